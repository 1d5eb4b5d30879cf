import { z } from 'zod';
import type { Answer, AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Place } from '../model/place.ts';
import { UserError } from '../model/user-error.ts';
import { readAnswer, readPin } from './answer.ts';
import type { TextFile } from './layer.ts';
import { type Locate, readYaml } from './yaml.ts';

/** A key without a value stands for nothing said. */
function mapping<T extends z.ZodType>(value: T) {
  return z
    .record(z.string(), value)
    .nullish()
    .transform((read) => read ?? {});
}

const schema = z.strictObject({
  system: z.string().optional(),
  description: z.string().optional(),
  scope: z.string().optional(),
  knowledge: z.strictObject({ version: z.string(), sha256: z.string() }).optional(),
  answers: mapping(z.unknown()),
  pins: mapping(z.unknown()),
  notes: mapping(z.string()),
});

/** Reads an answer file, YAML or JSON. Throws a `UserError` that names file, line and column. */
export function parseAnswerSheet(source: TextFile, knowledge: KnowledgeBase): AnswerSheet {
  if (source.text.trim() === '') {
    throw new UserError(
      `There is nothing in \`${source.file}\``,
      'write `answers:` and a line per question',
    );
  }
  const result = readYaml(source, schema);
  if (!result.ok) {
    const [first] = result.diagnostics;
    throw at(first?.place, new UserError(first?.message ?? 'unreadable', SHAPE));
  }
  const { data, at: locate } = result;
  const { system, scope, notes } = data;
  const read = <T>(kind: 'answers' | 'pins', item: (id: string, raw: unknown) => T) =>
    readEach(data[kind], (path) => locate([kind, ...path]), item);
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    answers: read('answers', (id, raw): Answer | null => readAnswer(knowledge, id, raw)),
    pins: read('pins', (id, raw) => readPin(knowledge, id, raw)),
    notes: new Map(Object.entries(notes)),
  };
}

const SHAPE = 'an answer file is `answers:` with a line `question: choice` per question';

function readEach<T>(
  raw: Readonly<Record<string, unknown>>,
  locate: Locate,
  read: (id: string, raw: unknown) => T,
): Map<string, T> {
  const entries = Object.entries(raw).map(([id, value]) => {
    try {
      return [id, read(id, value)] as const;
    } catch (error) {
      throw error instanceof UserError ? at(locate([id]), error) : error;
    }
  });
  return new Map(entries);
}

/** The same error, saying where it is. */
function at(place: Place | undefined, { message, hint }: UserError): UserError {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : '';
  return new UserError(`${where}${message}`, hint);
}
