import type { Judged } from '../decide/judge.ts';
import { pickSearch } from '../flip/pick-search.ts';
import type { Case } from './decision-advice.ts';

/** Whether no single different answer to a question that is answered changes the pick, were the decision to apply. */
export function isFirm({ tables: judged }: Judged, { answers, tables }: Case): boolean {
  const search = pickSearch({
    tables: judged.map(({ table }) => table),
    answers,
    questions: tables.questions,
    mayChange: (question) => (answers[question] ?? 0) !== 0,
  });
  const before = search.now.map((each) => each.picks).join();
  return search.trials(1).every((trial) => {
    const after = search.after(trial).map((each) => each.picks);
    return after.join() === before;
  });
}
