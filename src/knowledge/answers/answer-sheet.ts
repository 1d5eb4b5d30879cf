import { z } from 'zod';
import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase, OldIds } from '../../model/knowledge.ts';
import type { TextFile } from '../read/text-file.ts';
import { type Locate, readYaml } from '../read/yaml.ts';
import { at, type Entry, eachOnce, oldIdsIn, readEntries } from './entries.ts';
import { isRetired } from './retired-ids.ts';
import { subjectMeant } from './subjects.ts';

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

/** What a file of answers says, under the ids of today, and the old ids that it uses. */
export interface ReadAnswerSheet extends AnswerSheet, OldIds {}

/** Reads an answer file, YAML or JSON. Throws a `UserError` that names file, line and column. */
export function parseAnswerSheet(source: TextFile, knowledge: KnowledgeBase): ReadAnswerSheet {
  if (source.text.trim() === '') {
    throw new UserError(
      `\`${source.file}\` is empty`,
      'write `answers:` and a line for each question',
    );
  }
  const result = readYaml(source, schema);
  if (!result.ok) {
    const [first] = result.diagnostics;
    throw at(first?.place, new UserError(first?.message ?? 'unreadable', SHAPE));
  }
  const { data, at: locate } = result;
  const { system, scope } = data;
  const remark = otherKnowledge(data.knowledge, knowledge);
  const all = readEntries(knowledge, entriesOf(data, locate), remark);
  const each = eachOnce(all);
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    answers: new Map(
      each.flatMap((one) => (one.subject === 'question' ? [[one.id, one.answer]] : [])),
    ),
    pins: new Map(each.flatMap((one) => (one.subject === 'decision' ? [[one.id, one.pin]] : []))),
    notes: notesOf(data.notes, knowledge),
    ...oldIdsIn(all),
  };
}

const SHAPE = 'an answer file is `answers:` with a line `question: choice` per question';

type Data = z.infer<typeof schema>;

function entriesOf({ answers, pins }: Data, locate: Locate): Entry[] {
  const entries = (field: 'answers' | 'pins', raw: Data['answers'], subject: Entry['subject']) =>
    Object.entries(raw).map(([id, value]) => ({
      ...{ subject, id, raw: value },
      locate: (index?: number) => locate([field, id, ...(index === undefined ? [] : [index])]),
    }));
  return [...entries('answers', answers, 'question'), ...entries('pins', pins, 'decision')];
}

/** What may explain that ids are unknown. */
function otherKnowledge(written: Data['knowledge'], used: KnowledgeBase): string | undefined {
  if (written === undefined || written.sha256 === used.sha256) return undefined;
  return written.version === used.version
    ? `the file was written with different documents, although both are version ${used.version} of the knowledge`
    : `the file was written with knowledge ${written.version}, and ${used.version} is in use`;
}

/** Where a question has notes under several of its names, all are kept; what was noted on a retired one goes with it. */
function notesOf(written: Data['notes'], knowledge: KnowledgeBase): Map<string, string> {
  const notes = new Map<string, string>();
  for (const [old, note] of Object.entries(written)) {
    const id = subjectMeant(knowledge, 'question', old);
    if (isRetired(knowledge, id)) continue;
    const before = notes.get(id);
    notes.set(id, before === undefined || before === note ? note : `${before}\n${note}`);
  }
  return notes;
}
