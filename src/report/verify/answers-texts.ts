import { plain } from '../../common/text.ts';
import type { Cause, VerifiedRecord } from '../../model/verification.ts';
import { changedAnswerTexts, changeTitle } from '../diff/changed-answer-rows.ts';
import { setTexts } from '../diff/decision-differences.ts';
import { withAnswer } from '../explain/answer-words.ts';
import { listed } from '../words/names.ts';
import type { VerifyView } from './verify-view.ts';

type ChangedAnswers = Extract<Cause, { kind: 'answers' }>;

/** The changed answers and, if fewer are enough, which. */
export function answersTexts(cause: ChangedAnswers, view: VerifyView): string[] {
  const enough = cause.sets.length < 2 ? [] : [enoughText(cause, view)];
  return [...changeTexts(cause, view), ...enough];
}

/** The changed answers of some findings, each once and without what commands a terminal; none if fewer than two list any. */
export function sharedAnswers(records: readonly VerifiedRecord[], view: VerifyView): string[] {
  const causes = records.flatMap((each) => each.causes.filter(isAnswers));
  if (causes.length < 2) return [];
  return [...new Set(causes.flatMap((cause) => changeTexts(cause, view).map(plain)))];
}

function isAnswers(cause: Cause): cause is ChangedAnswers {
  return cause.kind === 'answers';
}

/** Every changed answer and pin, before and after. */
function changeTexts({ changes, pins }: ChangedAnswers, view: VerifyView): string[] {
  return changedAnswerTexts({ answers: changes, pins }, sidesOf(view)).map(({ title, text }) =>
    withAnswer(title, text),
  );
}

/** Only what the answers are about: for where they are printed once for several records. */
export function changeTitlesText(cause: ChangedAnswers, view: VerifyView): string {
  if (cause.sets.length > 1) return enoughText(cause, view);
  const all = [
    ...cause.changes.map(({ question }) => question),
    ...cause.pins.map(({ decision }) => decision),
  ];
  return listed(titlesOf(cause.sets[0] ?? all, cause, view), 'and');
}

/** Which of the changes are enough, if several sets of them are. */
function enoughText(cause: ChangedAnswers, view: VerifyView): string {
  const sets = cause.sets.map((set) => titlesOf(set, cause, view));
  const first = sets.length === 2 ? 'Either' : 'Any of these';
  return sets.every((set) => set.length === 1)
    ? `${first} alone would change it: ${listed(sets.flat(), 'or')}`
    : `${first} would change it: ${setTexts(sets, false).join(', ')}`;
}

function titlesOf(set: readonly string[], { changes }: ChangedAnswers, view: VerifyView): string[] {
  return set.map((id) => changeTitle(id, { answers: changes }, sidesOf(view)));
}

function sidesOf({ knowledge, style }: VerifyView) {
  return { before: knowledge, after: knowledge, style };
}
