import type { Compiled, CompiledDecision } from '../compiled.ts';
import { type DecisionTable, WITHOUT } from '../decision-table.ts';
import { fulfils, type Part } from '../terms.ts';
import type { Completion } from './completion.ts';

/** Something that answers should bring about: one of some alternatives wins, or a part of a condition holds. */
export type Wish =
  | {
      readonly kind: 'wins';
      readonly table: DecisionTable;
      readonly accepted: readonly string[];
      /** 0 where a tie is enough. */
      readonly lead: 0 | 1;
    }
  | { readonly kind: 'holds'; readonly part: Part };

/** Farther than any sum of points, and the same for everything that is ruled out. */
const FAR = 1_000_000_000;

/** How much is missing: 0 when all wishes are fulfilled. */
export function missing(wishes: readonly Wish[], completion: Completion): number {
  return wishes.reduce((sum, wish) => sum + Math.min(0, surplus(wish, completion)), 0);
}

/** 0 or more when the wish is fulfilled. */
function surplus(wish: Wish, completion: Completion): number {
  if (wish.kind === 'wins') return leadOf(wish.table, wish.accepted, completion) - wish.lead;
  return fulfils(completion.answerTo(wish.part.question), wish.part) ? 0 : -FAR;
}

/** The lead of the best of some alternatives over the best of the others, kept within ±FAR; −FAR where none stands. */
export function leadOf(
  table: DecisionTable,
  accepted: readonly string[],
  { totalOf }: Completion,
): number {
  const total = totalOf(table);
  const best = (isWanted: boolean) =>
    Math.max(
      ...table.alternatives.flatMap((id, index) =>
        accepted.includes(id) === isWanted && !total.ruledOut[index]
          ? [total.points[index] ?? 0]
          : [],
      ),
    );
  if (best(true) === Number.NEGATIVE_INFINITY) return -FAR;
  return Math.max(-FAR, Math.min(FAR, best(true) - best(false)));
}

/** Every way to make a decision apply, each as the wishes that do it. */
export function waysToApply(
  { appliesWhen }: CompiledDecision,
  decisions: Compiled['decisions'],
): Wish[][] {
  if (appliesWhen.length === 0) return [[]];
  return appliesWhen
    .flatMap((parts) =>
      parts.reduce<Wish[][]>(
        (ways, part) =>
          ways
            .flatMap((way) => waysToFulfil(part, decisions).map((more) => [...way, ...more]))
            .slice(0, MOST_WAYS),
        [[]],
      ),
    )
    .slice(0, MOST_WAYS);
}

/** Ways multiply from parent to parent; beyond this number they are not tried, and what they might show stays undecided. */
const MOST_WAYS = 64;

function waysToFulfil(part: Part, decisions: Compiled['decisions']): Wish[][] {
  const parent = decisions.get(part.question);
  if (parent === undefined) return [[{ kind: 'holds', part }]];
  const ids = parent.decision.alternatives.map(({ id }) => id);
  const wins = parent.decision.several
    ? setsThatFulfil(part, ids).map((set) => set.flatMap((id) => wishFor(id, parent)))
    : [
        winOf(
          parent,
          ids.filter((id) => fulfils([id], part)),
        ),
      ];
  return wins.flatMap((win) =>
    waysToApply(parent, decisions).map((way): Wish[] => [...way, ...win]),
  );
}

function winOf({ tables }: CompiledDecision, accepted: readonly string[]): Wish[] {
  return tables.map((table) => ({ kind: 'wins', table, accepted, lead: 0 }));
}

/** One alternative of each list that a part of a condition holds. */
function setsThatFulfil({ lists }: Part, ids: readonly string[]): string[][] {
  return lists.reduce<string[][]>(
    (sets, list) =>
      sets.flatMap((set) =>
        list.filter((id) => ids.includes(id)).map((id) => [...new Set([...set, id])]),
      ),
    [[]],
  );
}

/** What has to come about for an alternative to be picked, the decision applying. */
export function wishFor(alternative: string, { decision, tables }: CompiledDecision): Wish[] {
  if (!decision.several) {
    return tables.map((table) => ({ kind: 'wins', table, accepted: [alternative], lead: 1 }));
  }
  const own = tables.find(({ alternatives }) => alternatives.includes(alternative));
  if (own) return [{ kind: 'wins', table: own, accepted: [alternative], lead: 1 }];
  return tables.map((table) => ({ kind: 'wins', table, accepted: [WITHOUT], lead: 0 }));
}
