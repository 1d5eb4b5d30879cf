import { plain, shortNames } from '../../common/text.ts';
import type { AnswerDispute, Merged, SettledDispute } from '../../model/merged.ts';
import { heading, systemName } from '../layout/headings.ts';
import { aside, paragraph } from '../layout/layout.ts';
import { listed } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { disputeLines, pinDisputeLines } from './dispute-lines.ts';
import { jointPickLines } from './joint-pick-lines.ts';
import {
  bySaying,
  decisionsNamed,
  differencesIn,
  type MergedReport,
  type MergedView,
  typed,
} from './merged-view.ts';
import { ownPicksLines } from './own-picks-lines.ts';

/** Where people differ, as text: what matters first, and the consequences of each answer. */
export function mergedText(merged: Merged, view: MergedView): string {
  const { style } = view;
  const knowledge = `knowledge ${merged.knowledge.version}`;
  const names = shortNames(merged.files);
  const report = { ...view, merged, nameOf: (file: string) => plain(names.get(file) ?? file) };
  const mattering = byWeight(differencesIn(merged).mattering, report);
  const blocks = [
    ownPicksLines(report),
    jointPickLines(report),
    ...merged.pinDifferences.map((each) => pinDisputeLines(each, report)),
    ...mattering.map((each) => disputeLines(each, report)),
    shortLines(report),
    sampledLines(report),
    nextLines(report),
  ].filter((lines) => lines.length > 0);
  return [
    ...paragraph(heading(systemName(merged), [knowledge], style), style.width),
    '',
    ...paragraph(verdict(merged), style.width),
    ...blocks.flatMap((lines) => ['', ...lines]),
    '',
  ].join('\n');
}

/** Differences that affect most decisions first; finer decisions break ties. */
function byWeight(
  differences: readonly AnswerDispute[],
  { knowledge }: MergedReport,
): AnswerDispute[] {
  const isMain = (id: string) => knowledge.decisions.get(id)?.below === undefined;
  const main = ({ matters }: AnswerDispute) => matters.filter(isMain).length;
  return differences.toSorted((a, b) => main(b) - main(a) || b.matters.length - a.matters.length);
}

function verdict(merged: Merged): string {
  const { files, answered, differences, pinDifferences } = merged;
  const people = `${count(files.length, 'person', 'people')}, ${count(answered, 'answer')}`;
  const pins =
    pinDifferences.length === 0
      ? ''
      : `; they pin ${count(pinDifferences.length, 'decision')} differently`;
  if (differences.length === 0) return `${people}; everyone agrees${pins}.`;
  return `${people}; they differ on ${count(differences.length, 'question')}${howMany(merged)}${pins}.`;
}

function howMany(merged: Merged): string {
  const { mattering, needed, idle } = differencesIn(merged);
  const kinds = [
    { list: mattering, one: 'matters to a pick', many: 'matter to a pick' },
    { list: needed, one: 'only needs an agreed answer', many: 'only need an agreed answer' },
    { list: idle, one: 'changes no pick', many: 'change no pick' },
  ].filter(({ list }) => list.length > 0);
  const [first, ...others] = kinds;
  if (first === undefined) return '';
  if (others.length === 0) {
    const words = first.list.length === 1 ? `which ${first.one}` : `all of which ${first.many}`;
    return `, ${words}${first.list === mattering ? '' : asTried(merged)}`;
  }
  const parts = kinds.map(
    ({ list, one, many }) => `${list.length} ${list.length === 1 ? one : many}`,
  );
  return `: ${parts.join(', ')}${asTried(merged)}`;
}

/** If not all combinations were tried, nothing is certain not to matter. */
function asTried({ sampled = [] }: Merged): string {
  return sampled.length > 0 ? ', as far as tested' : '';
}

/** What needs no discussion, each in a sentence. */
function shortLines(report: MergedReport): string[] {
  const { merged, style } = report;
  const { needed, idle } = differencesIn(merged);
  const meanwhile = merged.pinDifferences.length > 0 ? ' while the pins differ' : '';
  const sentences = [
    sentence(
      `Any of the answers works, but you need to agree on one${asTried(merged)}`,
      needed.map(
        (each) => `${shortly(each, report)} for ${decisionsNamed(each.neededFor, report)}`,
      ),
    ),
    sentence(
      `Differences that change no pick${meanwhile}${asTried(merged)}`,
      idle.map((each) => shortly(each, report)),
    ),
    sentence(
      'Settled by --set or --answers',
      merged.settled.map((each) => shortly(each, report)),
    ),
    ...bySomeSentences(
      'Answered',
      merged.bySome.map(({ question, files }) => ({ id: question, files })),
      report,
    ),
    ...bySomeSentences(
      'Pinned',
      merged.pinnedBySome.map(({ decision, files }) => ({ id: decision, files })),
      report,
    ),
  ];
  return sentences.flatMap((text) => (text === '' ? [] : paragraph(text, style.width)));
}

function sentence(lead: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${lead}: ${parts.join('; ')}.`;
}

/** `teams (ana: one, ben: several)` */
function shortly({ question, said }: SettledDispute, report: MergedReport): string {
  const groups = bySaying(
    said.map(({ file, answer }) => ({ file, value: answer })),
    report,
  );
  return `${question} (${groups.map(({ names, text }) => `${names}: ${text}`).join('; ')})`;
}

/** Grouped by those who said it: `Answered by ana only: writes, volume.` */
function bySomeSentences(
  verb: string,
  items: readonly { readonly id: string; readonly files: readonly string[] }[],
  { nameOf }: MergedReport,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, files } of items) {
    const names = listed(files.map(nameOf), 'and');
    groups.set(names, [...(groups.get(names) ?? []), id]);
  }
  return [...groups].map(([names, ids]) => `${verb} by ${names} only: ${ids.join(', ')}.`);
}

function sampledLines({ merged, style, names }: MergedReport): string[] {
  const { sampled = [] } = merged;
  if (sampled.length === 0) return [];
  const text = `There are too many combinations of answers to try them all for ${sampled.map(names.decision).join(', ')}. Each person's answers were varied one difference at a time, so more differences may matter there.`;
  return aside(text, style);
}

/** What to do next about the difference that matters most. */
function nextLines({ merged, style }: MergedReport): string[] {
  const [first] = merged.differences.toSorted(
    (a, b) => b.matters.length - a.matters.length || b.neededFor.length - a.neededFor.length,
  );
  const [said] = first?.said ?? [];
  if (first === undefined || said === undefined) return [];
  if (first.matters.length + first.neededFor.length === 0) return [];
  const text = `Next: set the answers you agree on, such as --set ${first.question}=${typed(said.answer)}; --save FILE saves what is agreed`;
  return aside(text, style);
}
