import { z } from 'zod';
import type { Condition } from '../model/condition.ts';
import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { parseCondition } from './condition.ts';
import { idSchema } from './id.ts';
import { type Locate, readYaml, type YamlResult, type YamlText } from './yaml.ts';

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
});

export interface DecisionList {
  readonly version: string;
  readonly decisions: readonly Decision[];
}

/** Reads `decisions.yaml`; a condition in it that is none makes the file invalid. */
export function parseDecisions(source: YamlText): YamlResult<DecisionList> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { data, at } = result;
  const read = data.decisions.map((raw, index) =>
    decisionOf(raw, (path) => at(['decisions', index, ...path])),
  );
  const diagnostics = read.flatMap((decision) => decision.diagnostics);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const decisions = read.map(({ decision }) => decision);
  return { ok: true, data: { version: data.version, decisions }, at };
}

/** Conditions hold a colon, so YAML has them in quotation marks. */
const QUOTE = 1;

function decisionOf(raw: z.infer<typeof decisionSchema>, at: Locate) {
  const { 'applies-when': conditions, alternatives, below, ...rest } = raw;
  const appliesWhen: Condition[] = [];
  const diagnostics: Diagnostic[] = [];
  conditions.forEach((text, index) => {
    const place = at(['applies-when', index]);
    const placeAt = (offset: number) => ({ ...place, column: place.column + QUOTE + offset });
    const condition = parseCondition({ written: text, place, placeAt });
    if (typeof condition === 'object') appliesWhen.push(condition);
    else
      diagnostics.push({
        rule: 'malformed-condition',
        severity: 'error',
        message: condition,
        place,
      });
  });
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
