import { z } from 'zod';

/** `recommend --json` in version 2: fields may be added, so that others are let through. */
const citation = z.object({
  text: z.string().min(1),
  file: z.string().min(1),
  line: z.int().min(1),
});

const contribution = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('quality'),
    quality: z.string(),
    points: z.int(),
    weight: z.int(),
    rating: z.int().min(-2).max(2),
    because: z.array(z.string()).min(1),
    claims: z.array(citation).min(1),
  }),
  z.object({
    kind: z.literal('evidence'),
    points: z.literal([-10, -5, 5, 10]),
    because: z.array(z.string()).min(1),
    claims: z.array(citation).min(1),
  }),
  z.object({
    kind: z.literal('certain'),
    points: z.int(),
    because: z.array(z.string()).length(1),
    claims: z.array(citation),
  }),
]);

const exclusion = citation.extend({
  state: z.enum(['certain', 'possible']),
  because: z.string().min(1),
});

const ranked = z.object({
  alternative: z.string(),
  name: z.string(),
  score: z.int(),
  excludedBy: z.array(exclusion),
  silent: z.literal(true).optional(),
  contributions: z.array(contribution),
  picked: z.boolean().optional(),
  status: z.enum(['settled', 'open']).optional(),
  dependsOn: z.array(z.string()).optional(),
});

const decision = z.object({
  id: z.string(),
  title: z.string(),
  reversal: z.enum(['days', 'weeks', 'months', 'years']).optional(),
  pinned: z.boolean(),
  status: z.enum(['settled', 'open', 'tied', 'not-applicable', 'infeasible']),
  recommended: z.array(z.string()),
  applies: z.enum(['yes', 'no', 'undecided']),
  appliesDependsOn: z.array(z.string()).min(1).optional(),
  appliesAsPicked: z.literal(true).optional(),
  share: z.int().min(0).max(1_000).optional(),
  sampled: z.literal(true).optional(),
  rival: z
    .object({
      alternative: z.string(),
      share: z.int().min(1).max(1_000),
      beside: z.literal(true).optional(),
    })
    .optional(),
  firm: z.boolean().optional(),
  dependsOn: z.array(z.string()),
  ranking: z.array(ranked).min(2),
  givesUp: z.array(citation.extend({ quality: z.string(), mitigation: z.string().optional() })),
});

const text = z.union([z.string(), z.array(z.string())]);

const advice = z.object({
  version: z.literal(2),
  system: z.string().optional(),
  knowledge: z.object({ version: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  answers: z.record(z.string(), z.union([text, z.number().min(0)])),
  pins: z.record(z.string(), text),
  unanswered: z.array(z.string()),
  implied: z
    .array(
      z.object({
        question: z.string(),
        choices: z.array(z.string()).min(1),
        because: z
          .array(
            citation
              .omit({ text: true })
              .extend({ condition: z.string().min(1), because: z.string().min(1) }),
          )
          .min(1),
      }),
    )
    .optional(),
  decisions: z.array(decision),
});

export type PrintedAdvice = z.infer<typeof advice>;
export type PrintedDecision = z.infer<typeof decision>;

/** Reads what `recommend --json` has printed; throws where it is not as promised. */
export function readAdvice(stdout: string): PrintedAdvice {
  return advice.parse(JSON.parse(stdout));
}

/** One decision of it. */
export function decisionIn(stdout: string, id: string): PrintedDecision {
  const found = readAdvice(stdout).decisions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No decision ${id}`);
  return found;
}

/** Every sentence that a decision cites, with its place. */
export function citationsIn({ ranking, givesUp }: PrintedDecision) {
  return [
    ...ranking.flatMap(({ contributions, excludedBy }) => [
      ...contributions.flatMap(({ claims }) => claims),
      ...excludedBy,
    ]),
    ...givesUp,
  ];
}
