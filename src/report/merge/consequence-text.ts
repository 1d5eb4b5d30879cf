import type { Consequence, PinConsequence } from '../../model/merged.ts';
import { listed } from '../words/names.ts';
import { firstOf, isPinnedApart, type MergedReport, pickWords, typed } from './merged-view.ts';

/** Whether all consequences are known, and they differ between the answers. */
export function distinguishes(
  { decision, follows }: Consequence,
  { merged }: MergedReport,
): boolean {
  const different = new Set(follows.map(({ picks }) => picks.map(wordOf).sort().join('/')));
  return different.size > 1 && !merged.sampled?.includes(decision);
}

/** Two picks, and some answer that decides between them on its own. */
export function isClear({ follows }: Consequence): boolean {
  const picks = new Set(follows.flatMap((each) => each.picks.map(wordOf)));
  return picks.size === 2 && follows.some((each) => each.picks.length === 1);
}

function wordOf(pick: readonly string[]): string {
  return pick.join(' ');
}

/** `SQL if never; NoSQL if seconds`; where it takes other questions, `, once those are settled`. */
export function consequenceText(
  { decision, follows, with: others }: Consequence,
  report: MergedReport,
): string {
  const all = follows.map(({ answer, picks }) => ({ said: typed(answer), picks }));
  const text = grouped(decision, all, report);
  const conditions = [
    ...(isPinnedApart(decision, report) ? [', without a pin'] : []),
    ...(others.length > 0 ? [`, once ${settledWords(others, report)} settled`] : []),
  ].join('');
  return conditions === '' ? text : `${text}${report.style.palette.faint(conditions)}`;
}

function settledWords(questions: readonly string[], { isFull }: MergedReport): string {
  const verb = questions.length === 1 ? 'is' : 'are';
  const isShort = questions.length <= MOST_JOINED;
  return `${isShort ? listed(questions, 'and') : firstOf(questions, isFull)} ${verb}`;
}

const MOST_JOINED = 3;

export function pinConsequenceText(
  { decision, follows }: PinConsequence,
  report: MergedReport,
): string {
  const all = follows.map(({ pin, recommended }) => ({ said: typed(pin), picks: [recommended] }));
  return grouped(decision, all, report);
}

interface Following {
  readonly said: string;
  readonly picks: readonly (readonly string[])[];
}

/** Groups answers with the same consequences. */
function grouped(decision: string, all: readonly Following[], report: MergedReport): string {
  const words = pickWords(
    decision,
    all.flatMap(({ picks }) => picks),
    report,
  );
  const different = new Set(all.flatMap(({ picks }) => picks.map(words)));
  const groups = new Map<string, string[]>();
  for (const { said, picks } of all) {
    const isEither = picks.length === 2 && different.size === 2;
    const text = isEither ? 'either' : picks.map(words).join(' or ');
    groups.set(text, [...(groups.get(text) ?? []), said]);
  }
  return [...groups].map(([text, said]) => `${text} if ${said.join(' or ')}`).join('; ');
}
