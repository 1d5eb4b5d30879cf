import { knownAnswers } from '../../src/common/answers.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import { flips } from '../../src/engine/flip/flips.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { Flips } from '../../src/model/flips.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { RecordedDecision } from '../../src/model/record.ts';
import { recordedDecision } from '../../src/records/recorded-decision.ts';
import type { RecordView } from '../../src/report/record/record-view.ts';
import { chosenOption } from '../../src/report/record/title.ts';
import { plainNames } from '../../src/report/words/names.ts';
import { finished } from './finished.ts';

/** What a record on one decision of a sheet is made of. */
export function recordView(
  knowledge: KnowledgeBase,
  sheet: AnswerSheet,
  decision: string,
  more: Partial<RecordView> = {},
): RecordView {
  const [view] = recordViews(knowledge, sheet, [decision]);
  if (view === undefined) throw new Error(`no ${decision}`);
  return { ...view, ...more };
}

/** The same of several decisions. */
export function recordViews(
  knowledge: KnowledgeBase,
  sheet: AnswerSheet,
  decisions: readonly string[],
): RecordView[] {
  const request = { ...sheet, answers: knownAnswers(sheet), decisions };
  const { decisions: advised, ...head } = advise(knowledge, request);
  const explained = explain(knowledge, request).decisions;
  return advised.flatMap((decision) =>
    explained
      .filter(({ id }) => id === decision.id)
      .map((explanation) => ({
        ...{ number: 7, date: '2026-11-30', status: 'accepted' as const },
        ...{ head, decision, explanation, knowledge },
        flips: flipsOf(knowledge, sheet, decision.id),
        notes: sheet.notes,
        names: plainNames(knowledge),
        verifyCommand: 'arch-advisor verify docs/adr',
      })),
  );
}

function flipsOf(knowledge: KnowledgeBase, sheet: AnswerSheet, decision: string): Flips {
  const { pins } = sheet;
  return finished(flips(knowledge, { decision, answers: knownAnswers(sheet), pins }));
}

/** The data of such a record. */
export function recordedIn(
  knowledge: KnowledgeBase,
  sheet: AnswerSheet,
  decision: string,
): RecordedDecision {
  return recordedWith(flipsOf(knowledge, sheet, decision), { knowledge, sheet });
}

/** The same, without triggers, as these take longest to find. */
export function recordedQuickly(
  knowledge: KnowledgeBase,
  sheet: AnswerSheet,
  decision: string,
): RecordedDecision {
  const pick = { status: 'open', recommended: [] } as const;
  const none = { decision, pick, total: 0, flips: [], searchedUpTo: 0 };
  return recordedWith(none, { knowledge, sheet });
}

function recordedWith(
  found: Flips,
  { knowledge, sheet }: { readonly knowledge: KnowledgeBase; readonly sheet: AnswerSheet },
): RecordedDecision {
  const request = { ...sheet, answers: knownAnswers(sheet), decisions: [found.decision] };
  const { decisions, ...advice } = advise(knowledge, request);
  const decision = decisions.find(({ id }) => id === found.decision);
  if (decision === undefined) throw new Error(`no ${found.decision}`);
  const names = plainNames(knowledge);
  return recordedDecision(
    { advice, decision, flips: found, notes: sheet.notes },
    chosenOption({ decision, names }),
  );
}
