import { draftRecords } from '../../src/cli/records/draft-records.ts';
import { knownAnswers } from '../../src/common/answers.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { finished } from './finished.ts';

/** What a test records. */
export interface Recorded {
  readonly decision: string;
  /** An answer file, as YAML. */
  readonly answers: string;
  readonly number?: number;
  readonly status?: 'proposed' | 'accepted';
  readonly format?: 'madr' | 'nygard';
}

/** The text of a record with its data, as `adr` writes it with some knowledge. */
export function recordText(knowledge: KnowledgeBase, recorded: Recorded): string {
  const { decision, number = 1, status = 'accepted', format = 'madr' } = recorded;
  const sheet = parseAnswerSheet({ file: 'answers.yaml', text: recorded.answers }, knowledge);
  const request = { ...sheet, answers: knownAnswers(sheet), decisions: [decision] };
  const advice = advise(knowledge, request);
  const task = draftRecords({
    ...{ knowledge, sheet, advice, status, format },
    ...{ date: '2026-11-30', verifyCommand: 'arch-advisor verify docs/adr' },
  });
  const [draft] = finished(task);
  if (draft === undefined) throw new Error(`nothing was recorded about ${decision}`);
  return draft.textAs(number, undefined);
}

/** The answers of the profile `town-hall` of the small knowledge. */
export const TOWN_HALL = `system: Town hall
answers:
  traffic: 40
  staleness: never
  contents: [orders]
`;
