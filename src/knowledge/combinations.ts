import { z } from 'zod';
import type { Combination, Diagnostic } from '../model/knowledge.ts';
import type { Locate } from './yaml.ts';
import { readConditions } from './yaml-condition.ts';

/** Either `never`, or `when` and `requires`. */
export const combinationSchema = z
  .strictObject({
    never: z.string().optional(),
    when: z.string().optional(),
    requires: z.string().optional(),
    because: z.string().min(1),
  })
  .superRefine(({ never, when, requires }, context) => {
    const isRequirement = when !== undefined && requires !== undefined;
    const isProhibition = never !== undefined && when === undefined && requires === undefined;
    if (isProhibition || (isRequirement && never === undefined)) return;
    context.addIssue({
      code: 'custom',
      message: 'expected either `never`, or `when` and `requires`',
    });
  });

type RawCombination = z.infer<typeof combinationSchema>;

/** Reads what stands under `combinations`; a condition that is none is told with its place. */
export function readCombinations(
  written: readonly RawCombination[],
  at: Locate,
): { combinations: Combination[]; diagnostics: Diagnostic[] } {
  const read = written.map((raw, index) =>
    combinationOf(raw, (path) => at(['combinations', index, ...path])),
  );
  return {
    combinations: read.flatMap(({ combination }) => combination ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function combinationOf(
  { never, when, requires, because }: RawCombination,
  at: Locate,
): { combination?: Combination; diagnostics: readonly Diagnostic[] } {
  const texts = { never, when, requires };
  const { conditions, diagnostics } = readConditions(
    Object.entries(texts).flatMap(([key, text]) =>
      text === undefined ? [] : [{ text, place: at([key]) }],
    ),
  );
  const [first, second] = conditions;
  if (first === undefined || diagnostics.length > 0) return { diagnostics };
  const combination = { when: first, ...(second && { requires: second }), because, place: at([]) };
  return { combination, diagnostics };
}
