import { knownAnswers } from '../../src/common/answers.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Advice } from '../../src/model/advice.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import {
  type Case,
  type CaseSet,
  READERS,
  type Reader,
  readAnswerFile,
  readCases,
} from './case.ts';
import { picksOn } from './points.ts';
import type { Judged } from './table.ts';

/** A case under the answers of both readers. */
export interface Run {
  readonly of: Case;
  readonly sheets: Readonly<Record<Reader, AnswerSheet>>;
  readonly advice: Readonly<Record<Reader, Advice>>;
}

/** The advice on all cases of a set. */
export async function runCases(set: CaseSet, knowledge: KnowledgeBase): Promise<Run[]> {
  return Promise.all((await readCases(set)).map((of) => runCase(of, set, knowledge)));
}

async function runCase(of: Case, set: CaseSet, knowledge: KnowledgeBase): Promise<Run> {
  const [first, second] = await Promise.all(
    READERS.map(async (reader) => {
      const sheet = parseAnswerSheet(await readAnswerFile(of.id, reader, set), knowledge);
      const answers = knownAnswers(sheet);
      return { sheet, advice: advise(knowledge, { answers, pins: sheet.pins, decisions: [] }) };
    }),
  );
  if (first === undefined || second === undefined) throw new Error(`${of.id} has no two readers`);
  return {
    of,
    sheets: { first: first.sheet, second: second.sheet },
    advice: { first: first.advice, second: second.advice },
  };
}

/** Every label of a case beside what is picked. */
export function judgedIn({ of, advice }: Run): Judged[] {
  return [of.main, ...of.also].map((label, index) => ({
    of,
    label,
    isMain: index === 0,
    picks: {
      first: picksOn(label.point, advice.first),
      second: picksOn(label.point, advice.second),
    },
  }));
}
