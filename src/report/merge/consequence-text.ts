import type { AnswerDispute, Consequence, PinConsequence } from '../../model/merged.ts';
import { type MergedTelling, typed } from './merged-view.ts';
import { pickWords } from './pick-words.ts';

/** Two picks, and some answer that decides between them on its own. */
export function isClear({ follows }: Consequence): boolean {
  const picks = new Set(follows.flatMap((each) => each.picks.map((pick) => pick.join(' '))));
  return picks.size === 2 && follows.some((each) => each.picks.length === 1);
}

/** `SQL if never; NoSQL if seconds`; with the other questions that it takes, where it takes any. */
export function consequenceText(
  { decision, follows }: Consequence,
  { question }: AnswerDispute,
  telling: MergedTelling,
): string {
  const all = follows.map(({ answer, picks }) => ({ said: typed(answer), picks }));
  const text = grouped(decision, all, telling);
  if (follows.every(({ picks }) => picks.length === 1)) return text;
  const others = telling.merged.differences
    .filter((each) => each.question !== question && each.matters.includes(decision))
    .map((each) => each.question);
  return `${text} ${telling.style.palette.faint(`(with ${others.join(', ')})`)}`;
}

export function pinConsequenceText(
  { decision, follows }: PinConsequence,
  telling: MergedTelling,
): string {
  const all = follows.map(({ pin, recommended }) => ({ said: typed(pin), picks: [recommended] }));
  return grouped(decision, all, telling);
}

interface Following {
  readonly said: string;
  readonly picks: readonly (readonly string[])[];
}

/** Answers from which the same follows stand together. */
function grouped(decision: string, all: readonly Following[], telling: MergedTelling): string {
  const words = pickWords(
    decision,
    all.flatMap(({ picks }) => picks),
    telling,
  );
  const different = new Set(all.flatMap(({ picks }) => picks.map(words)));
  const groups = new Map<string, string[]>();
  for (const { said, picks } of all) {
    const isEither = picks.length === 2 && different.size === 2;
    const text = isEither ? 'either' : picks.map(words).join(' or ');
    groups.set(text, [...(groups.get(text) ?? []), said]);
  }
  if (groups.size === 1) return [...different].join(' or ');
  return [...groups].map(([text, said]) => `${text} if ${said.join(' or ')}`).join('; ');
}
