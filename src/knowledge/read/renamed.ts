import { z } from 'zod';
import type { Renamed } from '../../model/knowledge.ts';
import { idSchema, type Locate } from './yaml.ts';

const former = z.string().min(1);

const entrySchema = z
  .strictObject({
    question: former.optional(),
    choice: former.optional(),
    decision: former.optional(),
    alternative: former.optional(),
    to: idSchema,
  })
  .superRefine(({ question, choice, decision, alternative }, context) => {
    const object = (message: string) => context.addIssue({ code: 'custom', message });
    if ((question === undefined) === (decision === undefined)) {
      object('name either a `question` or a `decision`');
    } else if (choice !== undefined && question === undefined) {
      object('a `choice` belongs to a `question`');
    } else if (alternative !== undefined && decision === undefined) {
      object('an `alternative` belongs to a `decision`');
    }
  });

/**
 * Old ids and what they are called today: `{ question: old, to: new }`, `{ question: today, choice: old, to: new }`,
 * and alike with `decision` and `alternative`.
 */
export const renamedSchema = z.array(entrySchema).default([]);

export function renamedOf(written: z.infer<typeof renamedSchema>, at: Locate): Renamed[] {
  return written.map(({ question, choice, decision, alternative, to }, index) => {
    const part = choice ?? alternative;
    return {
      subject: question === undefined ? 'decision' : 'question',
      id: question ?? decision ?? '',
      ...(part !== undefined && { part }),
      to,
      place: at([index]),
    };
  });
}
