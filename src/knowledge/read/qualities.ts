import { z } from 'zod';
import type { Quality } from '../../model/knowledge.ts';
import { idSchema, readYaml, textSchema, type YamlResult, type YamlText } from './yaml.ts';

/** Keeps all sums small enough to be exact. */
export const MOST_WEIGHT = 1000;

const schema = z.strictObject({
  qualities: z.array(
    z.strictObject({
      id: idSchema,
      name: textSchema,
      definition: z.string(),
      scale: z.strictObject({ worst: z.string(), neutral: z.string(), best: z.string() }),
      weight: z.int().min(0).max(MOST_WEIGHT).default(0),
      aliases: z.array(textSchema).default([]),
      phrases: z
        .strictObject({
          plus: z.array(textSchema).default([]),
          minus: z.array(textSchema).default([]),
        })
        .default({ plus: [], minus: [] }),
    }),
  ),
});

/** Reads `qualities.yaml`. */
export function parseQualities(source: YamlText): YamlResult<readonly Quality[]> {
  const result = readYaml(source, schema);
  if (!result.ok) return result;
  const { at } = result;
  const qualities = result.data.qualities.map((quality, index) => ({
    ...quality,
    place: at(['qualities', index]),
  }));
  return { ok: true, data: qualities, at };
}
