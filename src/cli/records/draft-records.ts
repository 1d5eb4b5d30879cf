import { knownAnswers } from '../../common/answers.ts';
import { explain } from '../../engine/explain/explain.ts';
import { flips } from '../../engine/flip/flips.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { dataComment } from '../../records/record-data.ts';
import type { RecordShape } from '../../records/record-text.ts';
import { recordedDecision } from '../../records/recorded-decision.ts';
import { recordFormats } from '../../report/record/formats.ts';
import type { RecordView, Superseded } from '../../report/record/record-view.ts';
import { chosenOption, recordTitle } from '../../report/record/title.ts';
import { certaintyWords } from '../../report/words/certainty.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Draft } from './write-records.ts';

/** What drafts are made of. */
export interface Drafting extends Pick<RecordView, 'date' | 'status' | 'verifyCommand'> {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  /** Of the decisions to be recorded, and of no others. */
  readonly advice: Advice;
  readonly format: RecordShape;
}

/** Drafts a record of each decision, in the order of the advice. */
export function* draftRecords(drafting: Drafting): Generator<Progress, Draft[]> {
  const { knowledge, sheet, advice } = drafting;
  const decisions = advice.decisions.map(({ id }) => id);
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins };
  const explanation =
    decisions.length === 0 ? undefined : explain(knowledge, { ...sheet, ...asked, decisions });
  const drafts: Draft[] = [];
  for (const decision of advice.decisions) {
    const explained = explanation?.decisions.find(({ id }) => id === decision.id);
    const found = yield* flips(knowledge, { ...asked, decision: decision.id });
    if (explained === undefined) continue;
    drafts.push(
      draftOf(drafting, { head: advice, decision, explanation: explained, flips: found }),
    );
  }
  return drafts;
}

type Decided = Pick<RecordView, 'head' | 'decision' | 'explanation' | 'flips'>;

function draftOf({ knowledge, sheet, format, ...rest }: Drafting, decided: Decided): Draft {
  const names = namesIn(knowledge);
  const { date, status, verifyCommand } = rest;
  const { notes } = sheet;
  const { head: advice, decision } = decided;
  const titled = { decision, names };
  const record = recordedDecision({ advice, ...decided, notes }, chosenOption(titled));
  const data = dataComment(record);
  const view = { ...decided, date, status, verifyCommand, notes, knowledge, names };
  const textAs = (number: number, supersedes: Superseded | undefined) =>
    `${recordFormats[format]({ ...view, number, ...(supersedes && { supersedes }) })}\n${data}`;
  return { title: recordTitle(titled), certainty: certaintyWords(decision, names), record, textAs };
}
