import { z } from 'zod';
import type { Decision, Waiver } from '../../model/decision.ts';
import type { Combination, Diagnostic } from '../../model/knowledge.ts';
import { readConditions } from './condition.ts';
import {
  idSchema,
  type Locate,
  readYaml,
  textSchema,
  type YamlResult,
  type YamlText,
} from './yaml.ts';

const decisionSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  group: textSchema.optional(),
  below: idSchema.optional(),
  reversal: z.enum(['days', 'weeks', 'months', 'years']).optional(),
  ask: textSchema,
  aliases: z.array(textSchema).default([]),
  several: z.boolean().default(false),
  driving: z.array(z.string()).min(1),
  'applies-when': z.array(z.string()).default([]),
  alternatives: z.array(
    z.strictObject({
      id: idSchema,
      name: textSchema,
      aliases: z.array(textSchema).default([]),
    }),
  ),
});

/** Either `never`, or `when` and `requires`. */
const combinationSchema = z
  .strictObject({
    never: z.string().optional(),
    when: z.string().optional(),
    requires: z.string().optional(),
    because: textSchema,
    source: textSchema.optional(),
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

const schema = z.strictObject({
  version: textSchema,
  decisions: z.array(decisionSchema),
  combinations: z.array(combinationSchema).default([]),
  waivers: z
    .array(z.strictObject({ rule: idSchema, subject: textSchema, because: textSchema }))
    .default([]),
});

/** What `decisions.yaml` says. */
export interface DecisionList {
  readonly version: string;
  readonly decisions: readonly Decision[];
  readonly combinations: readonly Combination[];
  readonly waivers: readonly Waiver[];
}

/** Reads `decisions.yaml`; a condition in it that is none makes the file invalid. */
export function parseDecisions(source: YamlText): YamlResult<DecisionList> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { data, at } = result;
  const diagnostics: Diagnostic[] = [];
  const decisions = data.decisions.map((raw, index) =>
    decisionOf(raw, (path) => at(['decisions', index, ...path]), diagnostics),
  );
  const combinations = data.combinations.flatMap((raw, index) =>
    combinationOf(raw, (path) => at(['combinations', index, ...path]), diagnostics),
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const waivers = data.waivers.map((waiver, index) => ({
    ...waiver,
    place: at(['waivers', index]),
  }));
  return { ok: true, data: { version: data.version, decisions, combinations, waivers }, at };
}

function decisionOf(
  raw: z.infer<typeof decisionSchema>,
  at: Locate,
  diagnostics: Diagnostic[],
): Decision {
  const { 'applies-when': written, alternatives, group, below, reversal, ...rest } = raw;
  const baseline = alternatives[0]?.id;
  return {
    ...rest,
    ...(group !== undefined && { group }),
    ...(below !== undefined && { below }),
    ...(reversal !== undefined && { reversal }),
    ...(baseline !== undefined && { baseline }),
    appliesWhen: readConditions(
      written.map((text, index) => ({ text, place: at(['applies-when', index]) })),
      diagnostics,
    ),
    alternatives: alternatives.map((alternative, index) => ({
      ...alternative,
      place: at(['alternatives', index]),
    })),
    place: at([]),
  };
}

function combinationOf(
  { never, when, requires, because, source }: z.infer<typeof combinationSchema>,
  at: Locate,
  diagnostics: Diagnostic[],
): Combination[] {
  const written = Object.entries({ never, when, requires }).flatMap(([key, text]) =>
    text === undefined ? [] : [{ text, place: at([key]) }],
  );
  const [first, second] = readConditions(written, diagnostics);
  if (first === undefined) return [];
  return [
    {
      when: first,
      ...(second && { requires: second }),
      because,
      ...(source !== undefined && { source }),
      place: at([]),
    },
  ];
}
