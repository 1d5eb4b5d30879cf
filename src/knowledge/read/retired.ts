import { z } from 'zod';
import { UNKNOWN } from '../../common/answers.ts';
import type { Retired } from '../../model/knowledge.ts';
import { type Locate, textSchema } from './yaml.ts';

const entrySchema = z.strictObject({
  question: z.string().min(1),
  choice: z
    .string()
    .min(1)
    .refine((id) => id !== UNKNOWN, `\`${UNKNOWN}\` is an answer to every question`)
    .optional(),
  because: textSchema,
});

/** What is no longer asked: `{ question: old, because: … }`, `{ question: today, choice: old, because: … }`. */
export const retiredSchema = z.array(entrySchema).default([]);

export function retiredOf(written: z.infer<typeof retiredSchema>, at: Locate): Retired[] {
  return written.map(({ question, choice, because }, index) => ({
    question,
    ...(choice !== undefined && { choice }),
    because,
    place: at([index]),
  }));
}
