import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../../common/closest.ts';
import { UserError } from '../../common/user-error.ts';
import { findDecision } from '../../knowledge/answers/answer.ts';
import { parseAnswerSheet, type ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import { at } from '../../knowledge/answers/entries.ts';
import { presentSubject } from '../../knowledge/answers/present-ids.ts';
import { isRetired } from '../../knowledge/answers/retired-ids.ts';
import type { TextFile } from '../../knowledge/read/text-file.ts';
import { idSchema } from '../../knowledge/read/yaml.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type InterviewPlan, MARK, type Trail } from './interview-text.ts';

/** A saved interview, before its knowledge is read. */
export interface StoredInterview {
  readonly plan: InterviewPlan;
  /** Nothing was answered in it, and nothing is to be reviewed. */
  readonly isEmpty: boolean;
  /** The rest, by current ids. Throws a `UserError` that names the file and the line. */
  readonly withKnowledge: (knowledge: KnowledgeBase) => Resumed;
}

/** The state from which a saved interview continues. */
export interface Resumed {
  readonly plan: InterviewPlan;
  readonly sheet: ReadAnswerSheet;
  readonly trail: Trail;
}

/** Reads a kept interview. Throws a `UserError` that names the file and the line. */
export function parseStoredInterview(source: TextFile): StoredInterview {
  const line = readPlanLine(source);
  const { decisions, order, quick, enough, knowledge, addKnowledge, save, replaces } = line;
  const topic = {
    ...{ decisions, order },
    ...(quick !== undefined && { quick }),
    ...(enough !== undefined && { enough }),
  };
  const plan: InterviewPlan = {
    topic,
    knowledge: { knowledge, add: addKnowledge },
    ...(save !== undefined && { save }),
    ...(replaces !== undefined && { replaces }),
  };
  const isEmpty = line.asked.length === 0 && line.toReview.length === 0;
  return { plan, isEmpty, withKnowledge: (present) => resumed({ source, line, plan }, present) };
}

const ids = z.array(idSchema);
const path = z
  .string()
  .refine((text) => isAbsolute(text) && !text.includes('\0'), 'is not an absolute path');

const schema = z.strictObject({
  version: z.literal(1),
  decisions: ids,
  order: z.enum(['adaptive', 'file']),
  quick: z.int().min(0).max(1000).optional(),
  enough: z.int().min(0).max(1000).optional(),
  asked: ids,
  toReview: ids,
  knowledge: z.array(path),
  addKnowledge: z.array(path),
  save: path.optional(),
  replaces: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

type Line = z.infer<typeof schema>;

function readPlanLine(source: TextFile): Line {
  const [first = ''] = source.text.split('\n', 1);
  if (!first.startsWith(MARK)) {
    throw faulty(
      source,
      'This is not a saved interview',
      'to continue from an answer file, use --answers FILE',
    );
  }
  const result = schema.safeParse(jsonIn(first.slice(MARK.length), source));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.length ? `\`${issue.path.map(String).join('.')}\`: ` : '';
  throw faulty(source, `The interview is damaged: ${where}${issue?.message ?? 'unreadable'}`);
}

function jsonIn(text: string, source: TextFile): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw faulty(source, 'The interview is damaged: its first line is not JSON');
  }
}

interface Read {
  readonly source: TextFile;
  readonly line: Line;
  readonly plan: InterviewPlan;
}

/** Answers that were removed by hand are asked again. */
function resumed({ source, line, plan }: Read, knowledge: KnowledgeBase): Resumed {
  const sheet = parseAnswerSheet(source, knowledge);
  const answered = (written: readonly string[]) =>
    questionsOf(written, { source, knowledge }).filter((id) => sheet.answers.has(id));
  const decisions = decisionsOf(line.decisions, { source, knowledge });
  return {
    plan: { ...plan, topic: { ...plan.topic, decisions } },
    sheet,
    trail: { asked: answered(line.asked), toReview: answered(line.toReview) },
  };
}

interface Known {
  readonly source: TextFile;
  readonly knowledge: KnowledgeBase;
}

/** Each once, without retired ones. */
function questionsOf(written: readonly string[], { source, knowledge }: Known): string[] {
  const today = written
    .map((id) => presentSubject(knowledge, 'question', id))
    .filter((id) => !isRetired(knowledge, id));
  const unknown = today.find((id) => !knowledge.questions.has(id));
  if (unknown === undefined) return [...new Set(today)];
  const all = '`arch-advisor list questions` lists them all';
  const hint = didYouMean(unknown, knowledge.questions.keys(), all);
  throw faulty(source, `Unknown question \`${unknown}\``, hint);
}

function decisionsOf(written: readonly string[], { source, knowledge }: Known): string[] {
  const today = written.map((id) => presentSubject(knowledge, 'decision', id));
  try {
    return [...new Set(today)].map((id) => findDecision(knowledge, id).id);
  } catch (error) {
    throw error instanceof UserError ? at(firstLineOf(source), error) : error;
  }
}

const DAMAGED = 'its answers may still be readable: try --answers with this file';

function faulty(source: TextFile, message: string, hint: string = DAMAGED): UserError {
  return at(firstLineOf(source), new UserError(message, hint));
}

function firstLineOf({ file }: TextFile) {
  return { file, line: 1, column: 1 };
}
