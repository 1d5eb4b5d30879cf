import { resolve } from 'node:path';
import { jsonEscaped } from '../../common/text.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Interview, Topic } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { answerFileText, type Wish } from '../answers/answer-file.ts';

/** What is needed to resume an interview, apart from the answers; it does not change during the interview. */
export interface InterviewPlan extends Wish {
  readonly topic: Topic;
  readonly knowledge: KnowledgePaths;
}

/** What an interview has been through, and what it is to go through again; an `Interview` is one. */
export type Trail = Pick<Interview, 'asked' | 'toReview'>;

/** What comes before the plan, in the first line of a kept interview. */
export const MARK = '# interview: ';

/** The first line of a kept interview, a comment of YAML with JSON in it; all paths are absolute. */
interface PlanLine {
  readonly version: 1;
  readonly decisions: readonly string[];
  readonly order: Topic['order'];
  /** In thousandths. */
  readonly quick?: number;
  /** In thousandths. */
  readonly enough?: number;
  readonly asked: readonly string[];
  readonly toReview: readonly string[];
  readonly knowledge: readonly string[];
  readonly addKnowledge: readonly string[];
  readonly save?: string;
  /** The answers come from the file that they go to: the SHA-256 of its text. */
  readonly replaces?: string;
}

/** A plan with absolute paths, so that it can be resumed from any folder. */
export function withAbsolutePaths(plan: InterviewPlan): InterviewPlan {
  const { knowledge, save } = plan;
  const absolute = (paths: readonly string[]) => paths.map((path) => resolve(path));
  return {
    ...plan,
    knowledge: { knowledge: absolute(knowledge.knowledge), add: absolute(knowledge.add) },
    ...(save !== undefined && { save: resolve(save) }),
  };
}

/** An interview at one moment, as it is kept. */
export interface Moment {
  readonly plan: InterviewPlan;
  readonly sheet: AnswerSheet;
  readonly trail: Trail;
}

/** A kept interview: an answer file, with a first line that `--answers` takes for a comment. */
export function interviewText({ plan, sheet, trail }: Moment, knowledge: KnowledgeBase): string {
  const line = asOneLine(planLine(plan, trail));
  return `${MARK}${line}\n${answerFileText(sheet, knowledge)}`;
}

function planLine(
  { topic, knowledge, save, replaces }: InterviewPlan,
  { asked, toReview }: Trail,
): PlanLine {
  const { decisions, order, quick, enough } = topic;
  return {
    version: 1,
    ...{ decisions, order },
    ...(quick !== undefined && { quick }),
    ...(enough !== undefined && { enough }),
    ...{ asked, toReview },
    knowledge: knowledge.knowledge,
    addKnowledge: knowledge.add,
    ...(save !== undefined && { save }),
    ...(replaces !== undefined && { replaces }),
  };
}

/** A path may hold anything: what could end the line, or command a terminal that shows it, is spelt out. */
function asOneLine(line: PlanLine): string {
  return jsonEscaped(JSON.stringify(line));
}
