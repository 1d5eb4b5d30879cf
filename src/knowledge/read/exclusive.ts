import { z } from 'zod';
import { NONE } from '../../common/answers.ts';
import type { Choice } from '../../model/question.ts';

const entrySchema = z.union([z.string(), z.record(z.string(), z.array(z.string()))], {
  error: 'expected a choice, or a choice with a list of the choices that it excludes',
});

/** Which choices of a question cannot be picked together: `[none, { one-region: [near-reads, near-writes] }]`. */
export const exclusiveSchema = z.array(entrySchema).default([]);

type Exclusive = z.infer<typeof exclusiveSchema>;

/** What is wrong with the choices that it names; `isKnown` says whether the question has a choice. */
export function exclusiveFault(
  exclusive: Exclusive,
  isKnown: (choice: string) => boolean,
): string | undefined {
  const pairs = pairsIn(exclusive);
  const named = [...aloneIn(exclusive), ...pairs.flat()];
  const odd = named.find((id) => id !== NONE && !isKnown(id));
  if (odd !== undefined) return `Unknown choice \`${odd}\``;
  const own = pairs.find(([one, other]) => one === other);
  return own && `\`${own[0]}\` cannot exclude itself`;
}

/** What a choice cannot be combined with: anything if it is exclusive, else some other choices in alphabetical order. */
export function exclusionsOf(
  choice: string,
  exclusive: Exclusive,
): Pick<Choice, 'exclusive' | 'excludes'> {
  const alone = new Set([NONE, ...aloneIn(exclusive)]);
  if (alone.has(choice)) return { exclusive: true };
  const others = pairsIn(exclusive)
    .filter((pair) => pair.includes(choice))
    .flatMap((pair) => pair.filter((id) => id !== choice && !alone.has(id)));
  const excludes = [...new Set(others)].sort();
  return { exclusive: false, ...(excludes.length > 0 && { excludes }) };
}

function aloneIn(exclusive: Exclusive): string[] {
  return exclusive.filter((entry) => typeof entry === 'string');
}

function pairsIn(exclusive: Exclusive): (readonly [string, string])[] {
  return exclusive.flatMap((entry) =>
    typeof entry === 'string'
      ? []
      : Object.entries(entry).flatMap(([one, others]) =>
          others.map((other): readonly [string, string] => [one, other]),
        ),
  );
}
