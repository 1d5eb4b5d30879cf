import { type Bounds, standing } from './bounds.ts';
import type { Column } from './column.ts';
import type { CompiledDecision } from './compiled.ts';
import type { Case } from './finding.ts';
import type { Space } from './space.ts';

/**
 * The open questions that can still move a lead between alternatives in the race, or rule one of them out. It may name
 * one too many, never one too few: for where there are too many completions to list (MODEL.md, section 3).
 */
export function boundedDependsOn({ known, blocks }: Space, bounds: Bounds): string[] {
  const racers = known.points.map((_, index) => index).filter(bounds.isInRace);
  return blocks
    .filter(({ options }) => canMatter(options, racers, bounds))
    .flatMap(({ questions }) => questions);
}

function canMatter(
  options: readonly Column[],
  racers: readonly number[],
  { low }: Bounds,
): boolean {
  if (racers.some((a) => varies(options.map(({ ruledOut }) => ruledOut[a])))) return true;
  const isContested = (a: number, b: number) => a < b && low(a, b) <= 0 && low(b, a) <= 0;
  return racers.some((a) =>
    racers
      .filter((b) => isContested(a, b))
      .some((b) => varies(options.map((column) => standing(column, a) - standing(column, b)))),
  );
}

function varies(values: readonly unknown[]): boolean {
  return values.some((value) => value !== values[0]);
}

/** The open questions on which it depends whether a decision applies, through the decisions it hangs on too. */
export function questionsDeciding({ appliesWhen }: CompiledDecision, given: Case): string[] {
  const subjects = appliesWhen.flat().map(({ question }) => question);
  return subjects.flatMap((subject) => {
    const parent = given.findings.get(subject);
    if (parent) return [...parent.dependsOn];
    return given.answers.has(subject) ? [] : [subject];
  });
}
