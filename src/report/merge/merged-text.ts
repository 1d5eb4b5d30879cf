import type { AnswerDispute, Merged, SettledDispute } from '../../model/merged.ts';
import { plain } from '../../model/plain.ts';
import { shortNames } from '../../model/short-names.ts';
import { aside } from '../aside.ts';
import { count } from '../count.ts';
import { heading, systemName } from '../heading.ts';
import { paragraph } from '../layout.ts';
import { listed } from '../list.ts';
import { disputeLines, pinDisputeLines } from './dispute-lines.ts';
import { bySaying, type MergedTelling, type MergedView, typed } from './merged-view.ts';
import { ownPicksLines } from './own-picks-lines.ts';

/** Where people differ, for reading: what matters first, and what follows from who is right. */
export function mergedText(merged: Merged, view: MergedView): string {
  const { style } = view;
  const knowledge = `knowledge ${merged.knowledge.version}`;
  const names = shortNames(merged.files);
  const telling = { ...view, merged, nameOf: (file: string) => plain(names.get(file) ?? file) };
  const mattering = byWeight(
    merged.differences.filter(({ matters }) => matters.length > 0),
    telling,
  );
  const blocks = [
    ownPicksLines(telling),
    ...merged.pinDifferences.map((each) => pinDisputeLines(each, telling)),
    ...mattering.map((each) => disputeLines(each, telling)),
    shortLines(telling),
    sampledLines(telling),
    nextLines(telling),
  ].filter((lines) => lines.length > 0);
  return [
    ...paragraph(heading(systemName(merged), [knowledge], style), style.width),
    '',
    ...paragraph(verdict(merged), style.width),
    ...blocks.flatMap((lines) => ['', ...lines]),
    '',
  ].join('\n');
}

/** What moves most decisions first; the finer ones count where the others are equal. */
function byWeight(
  differences: readonly AnswerDispute[],
  { knowledge }: MergedTelling,
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
  if (differences.length === 0) return `${people}; nobody differs from another${pins}.`;
  return `${people}; they differ on ${count(differences.length, 'question')}, ${howMany(merged)}${pins}.`;
}

function howMany({ differences }: Merged): string {
  const all = differences.length;
  const mattering = differences.filter(({ matters }) => matters.length > 0).length;
  if (all === 1) return mattering === 1 ? 'and it matters to a pick' : 'which matters to no pick';
  if (mattering === 0) return 'none of which matters to a pick';
  return mattering === all
    ? 'and all of these matter to a pick'
    : `and ${mattering} of these ${mattering === 1 ? 'matters' : 'matter'} to a pick`;
}

/** What needs no talk, each in a sentence. */
function shortLines(telling: MergedTelling): string[] {
  const { merged, style } = telling;
  const others = merged.differences.filter(({ matters }) => matters.length === 0);
  const sentences = [
    sentence(
      'Differ, but change no pick',
      others.map((each) => shortly(each, telling)),
    ),
    sentence(
      'Settled by --set or --answers',
      merged.settled.map((each) => shortly(each, telling)),
    ),
    ...bySomeSentences(
      'Answered',
      merged.bySome.map(({ question, files }) => ({ id: question, files })),
      telling,
    ),
    ...bySomeSentences(
      'Pinned',
      merged.pinnedBySome.map(({ decision, files }) => ({ id: decision, files })),
      telling,
    ),
  ];
  return sentences.flatMap((text) => (text === '' ? [] : paragraph(text, style.width)));
}

function sentence(lead: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${lead}: ${parts.join('; ')}.`;
}

/** `teams (ana: one, ben: several)` */
function shortly({ question, said }: SettledDispute, telling: MergedTelling): string {
  const groups = bySaying(
    said.map(({ file, answer }) => ({ file, value: answer })),
    telling,
  );
  return `${question} (${groups.map(({ names, text }) => `${names}: ${text}`).join('; ')})`;
}

/** Grouped by those who said it: `Answered by ana only: writes, volume.` */
function bySomeSentences(
  verb: string,
  items: readonly { readonly id: string; readonly files: readonly string[] }[],
  { nameOf }: MergedTelling,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, files } of items) {
    const names = listed(files.map(nameOf), 'and');
    groups.set(names, [...(groups.get(names) ?? []), id]);
  }
  return [...groups].map(([names, ids]) => `${verb} by ${names} only: ${ids.join(', ')}.`);
}

function sampledLines({ merged, style, names }: MergedTelling): string[] {
  const { sampled = [] } = merged;
  if (sampled.length === 0) return [];
  const text = `The answers combine in too many ways to try all for ${sampled.map(names.decision).join(', ')}: one at a time was varied from what each person says, so that more may matter there.`;
  return aside(text, style);
}

/** How to go on from the difference that weighs most. */
function nextLines({ merged, style }: MergedTelling): string[] {
  const [first] = merged.differences.toSorted((a, b) => b.matters.length - a.matters.length);
  const [said] = first?.said ?? [];
  if (first === undefined || said === undefined || first.matters.length === 0) return [];
  const text = `Next: settle what you have talked about, such as --set ${first.question}=${typed(said.answer)}; --save FILE keeps what is agreed`;
  return aside(text, style);
}
