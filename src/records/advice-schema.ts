import { z } from 'zod';
import type { Advice } from '../model/advice.ts';

/** The version of the advice that this program writes and reads. */
export const ADVICE_VERSION = 2;

const text = z.string();
const texts = z.array(text);
const integer = z.int();
const yes = z.literal(true).exactOptional();
const thousandths = integer.min(0).max(1_000);
const said = z.union([text, texts]);

const place = { file: text, line: integer };

const reasons = z.array(
  z.union([z.literal('base'), z.object({ question: text, choice: text.exactOptional() })]),
);

const citation = { text, ...place, label: text.exactOptional(), contested: yes };
const claims = z.array(z.object(citation));

const quality = z.object({
  kind: z.literal('quality'),
  quality: text,
  points: integer,
  weight: integer,
  rating: integer.min(-2).max(2),
  because: reasons,
  claims,
  beyondScale: yes,
});

const contribution = z.discriminatedUnion('kind', [
  quality,
  z.object({ kind: z.literal('evidence'), points: integer, because: reasons, claims }),
  z.object({ kind: z.literal('certain'), points: integer, because: reasons, claims }),
]);

const exclusion = z.object({
  state: z.enum(['certain', 'possible']),
  text,
  because: text,
  ...place,
});

const alternative = z.object({
  alternative: text,
  name: text,
  score: integer,
  excludedBy: z.array(exclusion),
  contributions: z.array(contribution),
  silent: yes,
  picked: z.boolean().exactOptional(),
  status: z.enum(['settled', 'open']).exactOptional(),
  dependsOn: texts.exactOptional(),
  share: thousandths.exactOptional(),
  unreasoned: yes,
});

const conflict = z.object({
  kind: z.enum(['never', 'requires']),
  condition: text,
  requires: text.exactOptional(),
  because: text,
  decisions: texts,
  picks: z.record(text, texts),
  missing: z.array(z.object({ decision: text, wanted: texts, picked: texts })).exactOptional(),
  certain: z.boolean(),
  ...place,
});

const joint = z.object({
  instead: texts,
  because: z.array(conflict),
  follows: texts.exactOptional(),
  loses: integer.exactOptional(),
  certain: z.boolean(),
});

const sacrifice = z.object({
  quality: text,
  than: text.exactOptional(),
  claimOf: text,
  ...citation,
  mitigation: text.exactOptional(),
});

const decision = z.object({
  id: text,
  title: text,
  ask: text,
  below: text.exactOptional(),
  reversal: z.enum(['days', 'weeks', 'months', 'years']).exactOptional(),
  pinned: z.boolean(),
  status: z.enum(['settled', 'open', 'tied', 'not-applicable', 'infeasible']),
  recommended: texts,
  joint: joint.exactOptional(),
  applies: z.enum(['yes', 'no', 'undecided']),
  appliesDependsOn: texts.exactOptional(),
  appliesAsPicked: yes,
  share: thousandths.exactOptional(),
  sampled: yes,
  rival: z.object({ alternative: text, share: thousandths, beside: yes }).exactOptional(),
  firm: z.boolean().exactOptional(),
  dependsOn: texts,
  dependsOnBounded: yes,
  ranking: z.array(alternative),
  givesUp: z.array(sacrifice),
});

const held = { condition: text, questions: texts, answers: z.record(text, texts), ...place };

const implied = z.object({
  question: text,
  choices: texts,
  because: z.array(z.object({ condition: text, questions: texts, because: text, ...place })),
});

/** What advice holds, in the order in which it is written; what is not listed is left out when it is read. */
export const adviceSchema = z.object({
  version: z.literal(ADVICE_VERSION),
  system: text.exactOptional(),
  scope: text.exactOptional(),
  knowledge: z.object({ version: text, sha256: text }),
  answers: z.record(text, z.union([text, z.number(), texts])),
  pins: z.record(text, said),
  unanswered: texts,
  contradictions: z.array(z.object({ ...held, because: text, instead: text })),
  implied: z.array(implied).exactOptional(),
  notCovered: z.array(z.object({ ...held, what: text, instead: text })).exactOptional(),
  decisions: z.array(decision),
  conflicts: z.array(conflict),
  irreparable: yes,
  jointGivenUp: yes,
}) satisfies z.ZodType<Advice>;
