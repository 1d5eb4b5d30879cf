import type { Judged } from '../decide/judge.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { pickSearch } from '../flip/pick-search.ts';
import type { Case } from './decision-advice.ts';

/** Whether no single different answer to a question that is answered changes the pick, were the decision to apply. */
export function isFirm({ tables }: Judged, given: Case): boolean {
  return tables.every((judged) => keepsItsPick(judged, given));
}

function keepsItsPick(judged: JudgedTable, { answers, tables, near }: Case): boolean {
  const search = pickSearch({
    tables: [judged.table],
    answers,
    questions: tables.questions,
    mayChange: (question) => (answers[question] ?? 0) !== 0,
    near,
    judged: [judged],
  });
  return search.trials(1).every((trial) => search.after(trial)[0]?.picks === judged.picks);
}
