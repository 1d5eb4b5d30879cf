import { z } from 'zod';
import { UserError } from '../../src/common/user-error.ts';
import type { TextFile } from '../../src/knowledge/read/text-file.ts';
import { readYaml } from '../../src/knowledge/read/yaml.ts';
import { ALL_POINTS, type Point } from './points.ts';

/** What a judge says about one decision point. */
export interface Verdict {
  /** Several only for techniques against faults. */
  readonly picks: readonly string[];
  readonly confidence: 'strong' | 'moderate' | 'weak';
  /** What the judge accepts as equally good. */
  readonly others: readonly string[];
  readonly why: string;
}

/** The verdicts of one judge on one system, by the name of the point. */
export type Judgement = Readonly<Record<string, Verdict | undefined>>;

const judgementSchema: z.ZodType<Judgement> = z.object(
  Object.fromEntries(ALL_POINTS.map((point) => [point.name, verdictSchema(point).optional()])),
);

function verdictSchema({ labels }: Point) {
  const label = z
    .string()
    .transform((text) => text.replaceAll('-', '_'))
    .pipe(z.enum(labels));
  return z
    .object({
      pick: z.union([label.transform((one) => [one]), z.array(label).min(1)]),
      confidence: z.enum(['strong', 'moderate', 'weak']),
      others: z.array(label).default([]),
      why: z.string().default(''),
    })
    .transform(({ pick, ...rest }) => ({ picks: pick, ...rest }));
}

/** Reads the file of a judge, YAML or JSON. */
export function parseJudgement(source: TextFile): Judgement {
  const result = readYaml(source, judgementSchema);
  if (result.ok) return result.data;
  const [first] = result.diagnostics;
  throw new UserError(
    `${source.file}:${first?.place.line ?? 1}: ${first?.message ?? 'unreadable'}`,
    'the labels are those of tests/panel/points.ts',
  );
}
