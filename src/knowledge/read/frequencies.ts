import { z } from 'zod';
import { NONE } from '../../common/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import { readConditions } from './condition.ts';
import { type Locate, textSchema } from './yaml.ts';

const count = z.int().min(0);

/** How often each question was answered for a number of systems, and with which choices: `frequencies` of `questions.yaml`. */
export const frequenciesSchema = z
  .array(
    z.strictObject({
      when: textSchema.optional(),
      systems: z.int().min(1),
      answers: z.record(
        z.string(),
        z.strictObject({ answered: count, choices: z.record(z.string(), count) }),
      ),
    }),
  )
  .default([]);

type Block = z.infer<typeof frequenciesSchema>[number];

/** A question as far as its frequencies concern it. */
interface Counted {
  readonly id: string;
  readonly choices: readonly { readonly id: string }[];
}

interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What counts something that is not asked or offered, or more often than is possible. */
export function frequencyFaults(
  blocks: readonly Block[],
  questions: readonly Counted[],
): readonly Fault[] {
  return blocks.flatMap((block, index) => [
    ...((block.when === undefined) === (index === 0)
      ? []
      : [{ path: [index], message: 'the first entry, and only that one, must omit `when`' }]),
    ...Object.entries(block.answers).flatMap(([id, counted]) =>
      answerFaults(id, counted, { block, questions }).map(({ path, message }) => ({
        path: [index, 'answers', id, ...path],
        message,
      })),
    ),
  ]);
}

function answerFaults(
  id: string,
  { answered, choices }: Block['answers'][string],
  { block, questions }: { readonly block: Block; readonly questions: readonly Counted[] },
): Fault[] {
  const question = questions.find((each) => each.id === id);
  if (question === undefined) return [{ path: [], message: 'is not a question in this file' }];
  const tooMany = { path: [], message: `has ${answered} answers for ${block.systems} systems` };
  const wrong = Object.entries(choices).flatMap(([choice, times]): Fault[] => {
    const path = ['choices', choice];
    const isOffered = choice === NONE || question.choices.some((each) => each.id === choice);
    if (!isOffered) return [{ path, message: `is not a choice of \`${id}\`` }];
    return times > answered
      ? [{ path, message: `is chosen in ${times} of ${answered} answers` }]
      : [];
  });
  return answered > block.systems ? [tooMany, ...wrong] : wrong;
}

/** What the systems of each block have in common. */
export type Kinds = readonly (Condition | undefined)[];

/** The conditions of the blocks; adds a diagnostic for each that is none. */
export function kindsOf(blocks: readonly Block[], at: Locate, diagnostics: Diagnostic[]): Kinds {
  return blocks.map(({ when }, index) => {
    if (when === undefined) return undefined;
    return readConditions([{ text: when, place: at([index, 'when']) }], diagnostics)[0];
  });
}

/** How common the answers to a question are; nothing if they were not counted. */
export function frequenciesOf(
  id: string,
  blocks: readonly Block[],
  kinds: Kinds,
): Pick<Question, 'frequencies'> {
  if (blocks[0]?.answers[id] === undefined) return {};
  const frequencies = blocks.map(({ systems, answers }, index) => {
    const when = kinds[index];
    const counted = answers[id] ?? { answered: 0, choices: {} };
    return { ...(when && { when }), systems, ...counted };
  });
  return { frequencies };
}
