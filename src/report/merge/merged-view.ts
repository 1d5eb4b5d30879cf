import { largest } from '../../common/lists.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AnswerDispute, Merged, PlainAnswer, PlainPin } from '../../model/merged.ts';
import type { Style } from '../layout/style.ts';
import { listedFirst, type Names } from '../words/names.ts';

/** How a merge is printed. */
export interface MergedView {
  readonly knowledge: KnowledgeBase;
  readonly names: Names;
  readonly style: Style;
  /** Every finer decision, too. */
  readonly isFull: boolean;
}

/** A merge with how it is printed, and what its files are called in it. */
export interface MergedReport extends MergedView {
  readonly merged: Merged;
  readonly nameOf: (file: string) => string;
}

/** The differences by effect: each is in one of the lists, in the order of the questions. */
export interface Differences {
  /** It matters to some pick which answer is right. */
  readonly mattering: readonly AnswerDispute[];
  /** Any of the answers works, but some pick needs one. */
  readonly needed: readonly AnswerDispute[];
  readonly idle: readonly AnswerDispute[];
}

export function differencesIn({ differences }: Merged): Differences {
  const others = differences.filter(({ matters }) => matters.length === 0);
  return {
    mattering: differences.filter(({ matters }) => matters.length > 0),
    needed: others.filter(({ neededFor }) => neededFor.length > 0),
    idle: others.filter(({ neededFor }) => neededFor.length === 0),
  };
}

/** Whether the differing pins affect a decision: the consequences of answers are then shown without such a pin. */
export function isPinnedApart(decision: string, { merged }: Pick<MergedReport, 'merged'>): boolean {
  return merged.pinDifferences.some(({ matters, neededFor }) =>
    [...matters, ...neededFor].includes(decision),
  );
}

/** As it is typed after `--set question=` or `--pin decision=`. */
export function typed(said: PlainAnswer | PlainPin): string {
  return [said].flat().join(',');
}

/** Those who say the same stand together, in the order of the files. */
export function bySaying(
  said: readonly { readonly file: string; readonly value: PlainAnswer | PlainPin }[],
  { nameOf }: Pick<MergedReport, 'nameOf'>,
): { readonly text: string; readonly names: string }[] {
  const groups = new Map<string, string[]>();
  for (const { file, value } of said) {
    groups.set(typed(value), [...(groups.get(typed(value)) ?? []), nameOf(file)]);
  }
  return [...groups].map(([text, names]) => ({ text, names: names.join(', ') }));
}

const GAP = 2;

/** As wide as the longest text, up to a third of the columns. */
export function widthFor(texts: readonly string[], columns: number): number {
  const longest = largest(
    texts.map((text) => text.length),
    0,
  );
  return Math.min(longest + GAP, Math.floor(columns / 3));
}

const MOST_NAMED = 4;

/** The names of decisions; of many only the first, unless all is asked for. */
export function decisionsNamed(
  ids: readonly string[],
  { names, isFull }: Pick<MergedView, 'names' | 'isFull'>,
): string {
  return firstOf(ids.map(names.decision), isFull);
}

/** `a, b, c, d and 3 more`. */
export function firstOf(texts: readonly string[], isFull: boolean): string {
  return listedFirst(texts, isFull ? texts.length : MOST_NAMED);
}

/**
 * Words for some picks of one decision that are printed beside each other. Where several alternatives may be picked, only
 * where they differ: `with Failover`, `without Failover`.
 */
export function pickWords(
  decision: string,
  all: readonly (readonly string[])[],
  { knowledge, names }: Pick<MergedView, 'knowledge' | 'names'>,
): (pick: readonly string[]) => string {
  const { several = false } = knowledge.decisions.get(decision) ?? {};
  const [first = []] = all;
  const common = several ? first.filter((id) => all.every((pick) => pick.includes(id))) : [];
  const others = [...new Set(all.flat())].filter((id) => !common.includes(id));
  const list = (ids: readonly string[]) => ids.map(names.alternative).join(' + ');
  return (pick) => {
    if (pick.length === 0) return 'no pick';
    if (common.length === 0) return list(pick);
    const own = pick.filter((id) => !common.includes(id));
    return own.length === 0 ? `without ${list(others)}` : `with ${list(own)}`;
  };
}
