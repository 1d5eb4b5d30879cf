import { has, membersOf, size } from './masks.ts';

/** What decides which answers to a question are legal. */
export interface AnswerRules {
  readonly choices: readonly string[];
  readonly several: boolean;
  /** The choices that stand alone: all of them where only one may be picked. */
  readonly alone: number;
  /** The largest set of the other choices. */
  readonly limit: number;
}

/**
 * Every legal answer to a question as a mask (docs/model.md, "Objects"): first the choices that stand alone, in their order,
 * then the sets of the others up to the limit. At most 65,536, as the loader refuses more.
 */
export function legalAnswers(slot: AnswerRules): number[] {
  return [...aloneIn(slot), ...setsIn(slot)];
}

function aloneIn({ alone }: Pick<AnswerRules, 'alone'>): number[] {
  return membersOf(alone).map((choice) => 1 << choice);
}

function setsIn({ choices, alone, limit, several }: AnswerRules): number[] {
  if (!several) return [];
  let sets = [0];
  for (const choice of choices.keys()) {
    if (has(alone, choice)) continue;
    sets = sets.flatMap((set) => (size(set) < limit ? [set, set | (1 << choice)] : [set]));
  }
  return sets.filter((set) => set !== 0);
}

export function isLegal(mask: number, { alone, limit }: AnswerRules): boolean {
  if (mask === 0) return false;
  return (mask & alone) === 0 ? size(mask) <= limit : size(mask) === 1;
}

/** How many legal answers there are. */
export function countLegal({ choices, alone, limit, several }: AnswerRules): number {
  const others = choices.length - size(alone);
  let [sum, sets] = [size(alone), 1];
  for (let members = 1; several && members <= Math.min(limit, others); members += 1) {
    sets = (sets * (others - members + 1)) / members;
    sum += sets;
  }
  return sum;
}

/** What tells answers apart: each choice adds to some sums, and each of some masks is met by an answer or not. */
export interface Aspects {
  /** By choice; all of one length. */
  readonly added: readonly (readonly number[])[];
  readonly masks: readonly number[];
}

/** Legal answers that add the same and meet the same masks. */
export interface LegalClass {
  /** One of them. */
  readonly mask: number;
  /** How many they are. */
  readonly weight: number;
}

/**
 * The legal answers grouped by their aspects, in the order of their first members. Sets are merged while they grow, so
 * that the work depends on the groups and not on the number of sets.
 */
export function legalClasses(slot: AnswerRules, aspects: Aspects): LegalClass[] {
  const classes = new Map<string, LegalClass>();
  const gather = (mask: number, weight: number) => {
    const key = aspectKey(mask, aspects);
    const before = classes.get(key);
    classes.set(key, { mask: before?.mask ?? mask, weight: (before?.weight ?? 0) + weight });
  };
  for (const mask of aloneIn(slot)) gather(mask, 1);
  for (const { mask, weight } of grownSets(slot, aspects)) gather(mask, weight);
  return [...classes.values()];
}

/** The sets of at least one choice; equal ones are merged as they grow, where the limit may bind only those of one size. */
function grownSets(slot: AnswerRules, aspects: Aspects): LegalClass[] {
  const { choices, alone, limit, several } = slot;
  if (!several) return [];
  let sets: LegalClass[] = [];
  for (const choice of choices.keys()) {
    if (has(alone, choice)) continue;
    const bit = 1 << choice;
    const grown = sets
      .filter(({ mask }) => size(mask) < limit)
      .map(({ mask, weight }) => ({ mask: mask | bit, weight }));
    const started = limit > 0 ? [{ mask: bit, weight: 1 }] : [];
    sets = merged([...sets, ...started, ...grown], aspects, limit < choices.length);
  }
  return sets;
}

function merged(sets: readonly LegalClass[], aspects: Aspects, bySize: boolean): LegalClass[] {
  const classes = new Map<string, LegalClass>();
  for (const { mask, weight } of sets) {
    const key = `${bySize ? size(mask) : ''}/${aspectKey(mask, aspects)}`;
    const before = classes.get(key);
    classes.set(key, { mask: before?.mask ?? mask, weight: (before?.weight ?? 0) + weight });
  }
  return [...classes.values()];
}

function aspectKey(mask: number, { added, masks }: Aspects): string {
  const sums = added[0]?.map(() => 0) ?? [];
  for (const choice of membersOf(mask)) {
    added[choice]?.forEach((points, place) => {
      sums[place] = (sums[place] ?? 0) + points;
    });
  }
  return `${sums.join()}/${masks.map((each) => ((each & mask) === 0 ? 0 : 1)).join('')}`;
}
