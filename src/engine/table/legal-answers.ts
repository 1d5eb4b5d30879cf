import { has, membersOf, size } from './masks.ts';

/** What decides which answers to a question are legal. */
export interface AnswerRules {
  readonly choices: readonly string[];
  readonly several: boolean;
  /** The exclusive choices: all of them if only one may be picked. */
  readonly alone: number;
  /** By choice: the other choices that it excludes. Each of them excludes it as well; 0 for an exclusive one. */
  readonly excludes: readonly number[];
  /** The largest set of choices that are not exclusive. */
  readonly limit: number;
}

/**
 * Every legal answer to a question as a mask (docs/model.md, "Objects"): first the exclusive choices, in their order,
 * then the sets of the others up to the limit in which none excludes another. At most 65,536, as the loader refuses more.
 */
export function legalAnswers(slot: AnswerRules): number[] {
  return [...aloneIn(slot), ...setsIn(slot)];
}

function aloneIn({ alone }: Pick<AnswerRules, 'alone'>): number[] {
  return membersOf(alone).map((choice) => 1 << choice);
}

function setsIn(slot: AnswerRules): number[] {
  if (!slot.several) return [];
  let sets = [0];
  for (const choice of slot.choices.keys()) {
    if (has(slot.alone, choice)) continue;
    sets = sets.flatMap((set) => (mayJoin(set, choice, slot) ? [set, set | (1 << choice)] : [set]));
  }
  return sets.filter((set) => set !== 0);
}

/** Whether a legal set stays legal with one more choice; neither it nor any of the set is exclusive. */
function mayJoin(set: number, choice: number, { excludes, limit }: AnswerRules): boolean {
  return size(set) < limit && ((excludes[choice] ?? 0) & set) === 0;
}

export function isLegal(mask: number, { alone, excludes, limit }: AnswerRules): boolean {
  if (mask === 0) return false;
  if ((mask & alone) !== 0) return size(mask) === 1;
  return size(mask) <= limit && (excludedBy(mask, excludes) & mask) === 0;
}

/** The choices that some choice of the set excludes. */
function excludedBy(set: number, excludes: AnswerRules['excludes']): number {
  return membersOf(set).reduce((all, choice) => all | (excludes[choice] ?? 0), 0);
}

/** How many legal answers there are. Sets are counted while they grow, so that few steps count many. */
export function countLegal(slot: AnswerRules): number {
  const sets = grownSets(slot, { added: [], masks: [] });
  return sets.reduce((sum, { weight }) => sum + weight, size(slot.alone));
}

/** What distinguishes answers: each choice adds to some sums, and each of some masks is met by an answer or not. */
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

/** The sets of at least one choice; equal ones that may grow in the same ways are merged as they grow. */
function grownSets(slot: AnswerRules, aspects: Aspects): LegalClass[] {
  const { choices, alone, limit, several } = slot;
  if (!several) return [];
  let sets: LegalClass[] = [];
  for (const choice of choices.keys()) {
    if (has(alone, choice)) continue;
    const bit = 1 << choice;
    const grown = sets
      .filter(({ mask }) => mayJoin(mask, choice, slot))
      .map(({ mask, weight }) => ({ mask: mask | bit, weight }));
    const started = limit > 0 ? [{ mask: bit, weight: 1 }] : [];
    const all = [...sets, ...started, ...grown];
    sets = merged(all, (mask) => `${growthKey(mask, choice, slot)}/${aspectKey(mask, aspects)}`);
  }
  return sets;
}

/** Equal for sets that the same later choices may join: of one size where a limit may bind, and with the same excluded. */
function growthKey(mask: number, last: number, { choices, excludes, limit }: AnswerRules): string {
  const excluded = excludedBy(mask, excludes) >>> (last + 1);
  return `${limit < choices.length ? size(mask) : ''}/${excluded}`;
}

function merged(sets: readonly LegalClass[], keyOf: (mask: number) => string): LegalClass[] {
  const classes = new Map<string, LegalClass>();
  for (const { mask, weight } of sets) {
    const key = keyOf(mask);
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
