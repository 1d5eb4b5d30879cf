import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const madeSchema = z.object({
  point: z.string(),
  chosen: z.array(z.string()).min(1),
});

const furtherSchema = madeSchema.extend({
  rejected: z.array(z.string()).default([]),
  rationale: z.string(),
  confidence: z.enum(['strong', 'moderate', 'debatable']),
});

const labelSchema = z.object({
  id: z.string(),
  name: z.string(),
  decision: madeSchema,
  rejected: z.array(z.string()).default([]),
  rationale: z.string(),
  confidence: z.enum(['strong', 'moderate', 'debatable']),
  also: z.array(furtherSchema).default([]),
  notes: z.string().optional(),
});

/** One decision that was really taken: what was chosen, what was turned down, and why. */
export type Label = z.infer<typeof furtherSchema>;
export type Confidence = Label['confidence'];

/** A published case without its facts: those became answers before anyone looked here. */
export interface Case {
  readonly id: string;
  readonly name: string;
  /** The decision that the case is about. */
  readonly main: Label;
  /** Further decisions on the same facts, weaker labels. */
  readonly also: readonly Label[];
  readonly notes?: string;
}

const HERE = new URL('./', import.meta.url);

export const READERS = ['first', 'second'] as const;
export type Reader = (typeof READERS)[number];

/** The sixty cases, and those that were collected when the advice had been changed after a look at them. */
export const SETS = ['', 'fresh/'] as const;
export type CaseSet = (typeof SETS)[number];

/** All cases of a set, by id. */
export async function readCases(set: CaseSet = ''): Promise<Case[]> {
  const labels = new URL(`${set}labels/`, HERE);
  const files = (await readdir(labels)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, labels), 'utf8');
      const { decision, rejected, rationale, confidence, ...rest } = labelSchema.parse(parse(text));
      const { id, name, also, notes } = rest;
      const main = { ...decision, rejected, rationale, confidence };
      return { id, name, main, also, ...(notes !== undefined && { notes }) };
    }),
  );
}

/** The answers that a reader gave from the facts alone, as a file that the program reads. */
export async function readAnswerFile(
  id: string,
  reader: Reader,
  set: CaseSet = '',
): Promise<{ file: string; text: string }> {
  const path = `${set}answers/${reader}/${id}.yaml`;
  return { file: `tests/cases/${path}`, text: await readFile(new URL(path, HERE), 'utf8') };
}
