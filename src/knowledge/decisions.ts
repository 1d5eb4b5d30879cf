import { z } from 'zod';
import type { Decision, Waiver } from '../model/decision.ts';
import type { Combination } from '../model/knowledge.ts';
import { combinationSchema, readCombinations } from './combinations.ts';
import { idSchema } from './id.ts';
import { type Locate, readYaml, type YamlResult, type YamlText } from './yaml.ts';
import { readConditions } from './yaml-condition.ts';

const decisionSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  below: idSchema.optional(),
  ask: z.string(),
  aliases: z.array(z.string()).default([]),
  several: z.boolean().default(false),
  driving: z.array(z.string()).min(1),
  'applies-when': z.array(z.string()).default([]),
  alternatives: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      aliases: z.array(z.string()).default([]),
    }),
  ),
});

const schema = z.strictObject({
  version: z.string(),
  decisions: z.array(decisionSchema),
  combinations: z.array(combinationSchema).default([]),
  waivers: z
    .array(
      z.strictObject({ rule: idSchema, subject: z.string().min(1), because: z.string().min(1) }),
    )
    .default([]),
});

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
  const read = data.decisions.map((raw, index) =>
    decisionOf(raw, (path) => at(['decisions', index, ...path])),
  );
  const { combinations, diagnostics: broken } = readCombinations(data.combinations, at);
  const diagnostics = [...read.flatMap((decision) => decision.diagnostics), ...broken];
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const decisions = read.map(({ decision }) => decision);
  const waivers = data.waivers.map((waiver, index) => ({
    ...waiver,
    place: at(['waivers', index]),
  }));
  return { ok: true, data: { version: data.version, decisions, combinations, waivers }, at };
}

function decisionOf(raw: z.infer<typeof decisionSchema>, at: Locate) {
  const { 'applies-when': written, alternatives, below, ...rest } = raw;
  const { conditions: appliesWhen, diagnostics } = readConditions(
    written.map((text, index) => ({ text, place: at(['applies-when', index]) })),
  );
  const baseline = alternatives[0]?.id;
  const decision: Decision = {
    ...rest,
    ...(below !== undefined && { below }),
    ...(baseline !== undefined && { baseline }),
    appliesWhen,
    alternatives: alternatives.map((alternative, index) => ({
      ...alternative,
      place: at(['alternatives', index]),
    })),
    place: at([]),
  };
  return { decision, diagnostics };
}
