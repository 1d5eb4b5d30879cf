import { f1 } from '../support/f1.ts';
import { type Advised, isAccepted } from './advised.ts';
import type { Judges } from './expected.ts';
import { labelsOn } from './labels.ts';
import { FAULT_TOLERANCE } from './points.ts';

/** Techniques against faults: what each judge wants for a system, and what is picked. */
export interface TechniqueCase {
  readonly id: string;
  readonly picked: readonly string[];
  /** A list for each judge. */
  readonly wanted: readonly (readonly string[])[];
}

/** How a technique fares over several systems, each named by its id. */
export interface TechniqueTally {
  readonly technique: string;
  readonly met: readonly string[];
  /** Wanted by all who judge, and not picked. */
  readonly missed: readonly string[];
  /** Picked, and wanted by nobody. */
  readonly unwanted: readonly string[];
}

/** The better F1 of picks against what each judge wants. */
export function bestF1({ picked, wanted }: TechniqueCase): number {
  return Math.max(0, ...wanted.map((each) => f1(picked, each)));
}

export function tallyOf(technique: string, cases: readonly TechniqueCase[]): TechniqueTally {
  const idsOf = (isOne: (each: TechniqueCase) => boolean) =>
    cases.filter(isOne).map(({ id }) => id);
  return {
    technique,
    met: idsOf((each) => isWantedByAll(technique, each) && each.picked.includes(technique)),
    missed: idsOf((each) => isMissed(technique, each)),
    unwanted: idsOf((each) => isUnwanted(technique, each)),
  };
}

export function isMissed(technique: string, each: TechniqueCase): boolean {
  return isWantedByAll(technique, each) && !each.picked.includes(technique);
}

export function isUnwanted(technique: string, { picked, wanted }: TechniqueCase): boolean {
  return picked.includes(technique) && !wanted.some((list) => list.includes(technique));
}

function isWantedByAll(technique: string, { wanted }: TechniqueCase): boolean {
  return wanted.length > 0 && wanted.every((list) => list.includes(technique));
}

/** The sheets that are accepted. */
export function techniqueCases(all: readonly Advised[]): TechniqueCase[] {
  return all.filter(isAccepted).map(({ of, given }) => ({
    id: of.id,
    picked: labelsOn(FAULT_TOLERANCE.decision, given.advice),
    wanted: wantedBy(of.judges),
  }));
}

function wantedBy(judges: Judges): string[][] {
  return judges.flatMap((judge) => {
    const verdict = judge[FAULT_TOLERANCE.name];
    return verdict === undefined ? [] : [[...verdict.picks]];
  });
}
