import { z } from 'zod';
import type { RecordedDecision } from '../model/record.ts';

/** The version of the data that this program writes; it reads this one and those before. */
export const RECORD_VERSION = 1;

const text = z.string();
const texts = z.array(text);
const integer = z.int();
const status = z.enum(['settled', 'open', 'tied', 'not-applicable', 'infeasible']);
const said = z.union([text, texts]);

const claim = z.object({
  text: text.describe('a short sentence of the document, as it stood there'),
  document: text.describe('the name of its file, without folders'),
});

const points = z.object({
  kind: z.enum(['quality', 'evidence', 'certain']),
  points: integer,
  quality: text.exactOptional(),
  weight: integer.exactOptional(),
  rating: integer.min(-2).max(2).exactOptional(),
  because: texts.describe(
    '`base`, `question=choice`, or `question` if every answer gives the points',
  ),
  claims: z.array(claim),
});

const rule = z.object({
  state: z.enum(['certain', 'possible']),
  text,
  because: text.describe('the condition, as the document has it'),
  document: text,
});

const alternative = z.object({
  alternative: text,
  name: text,
  score: integer.describe('the sum of the points'),
  ruledOut: z.array(rule).exactOptional(),
  points: z.array(points),
});

const trigger = z.object({
  changes: z
    .array(z.object({ question: text, from: said.exactOptional(), to: said }))
    .min(1)
    .describe('all of them together change the pick; without `from`, the question was open'),
  recommended: texts,
  status,
});

/** What a record carries besides its text; what is not listed is left out when it is read. */
export const recordSchema = z.object({
  version: z.literal(RECORD_VERSION),
  decision: text.describe('the id of the decision'),
  outcome: text.describe('the sentence of the record that names the pick'),
  system: text.exactOptional(),
  scope: text.exactOptional(),
  knowledge: z.object({ version: text, sha256: text }),
  status,
  recommended: texts.describe('the ids of the alternatives that were picked'),
  pinned: z.boolean(),
  applies: z.enum(['yes', 'no', 'undecided']),
  share: integer
    .min(0)
    .max(1_000)
    .exactOptional()
    .describe('thousandths of the ways to answer the open questions in which it is the pick'),
  firm: z.boolean().exactOptional().describe('no single different answer changes the pick'),
  dependsOn: texts.exactOptional().describe('open questions that can change the pick'),
  answers: z.record(text, z.union([text, z.number(), texts])),
  pins: z.record(text, said),
  notes: z.record(text, text).exactOptional(),
  alternatives: z.array(alternative),
  revisit: z.array(trigger),
}) satisfies z.ZodType<RecordedDecision>;

/** The same with the checksum, as it is published. */
export const publishedSchema = recordSchema
  .extend({
    checksum: text.regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the rest, as JSON without blanks'),
  })
  .describe('What arch-advisor keeps in the last comment of a decision record');
