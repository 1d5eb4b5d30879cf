import type { RootContent } from 'mdast';
import { grouped } from '../../common/lists.ts';
import type { Flip } from '../../model/flips.ts';
import { withAnswer } from '../explain/answer-words.ts';
import { changedAnswerText, isSet, labels } from '../flip/changed-answer.ts';
import { type FlipRow, flipRows, type RowChange } from '../flip/flip-rows.ts';
import { bullets, code, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { upperFirst } from '../words/sentences.ts';
import type { RecordView } from './record-view.ts';
import { otherDecisions } from './together.ts';

/** Triggers that are listed: single answers, and several answers together; the data of the record has more. */
const MOST = { one: 8, several: 3 } as const;

/** The smallest changes of answers that would change the choice. */
export function revisitBlocks(view: RecordView): RootContent[] {
  const rows = view.decision.joint ? [] : flipRows(possibleFlips(view));
  const [first] = rows;
  if (first === undefined) return [paragraph(withoutTriggers(view))];
  const kind = first.changes.length === 1 ? 'one' : 'several';
  const shown = rows.slice(0, MOST[kind]);
  const hidden = rows.length - shown.length;
  const groups = grouped(shown, ({ recommended, status }) =>
    [status === 'tied' || status === 'infeasible' ? status : '', ...recommended].join(' '),
  );
  return [
    ...(kind === 'several' ? [paragraph('No single answer changes the choice.')] : []),
    ...[...groups.values()].flatMap((group) => [
      paragraph(`${upperFirst(turnText(group, view))} with ${answersText(group)}:`),
      ...bullets(group.map((row) => rowText(row, view))),
    ]),
    ...(hidden > 0 ? [hiddenText(hidden, view)] : []),
  ];
}

function hiddenText(hidden: number, { decision }: RecordView): RootContent {
  const command = `arch-advisor flip ${decision.id} --full --answers`;
  return paragraph([`To list ${hidden} more, run `, code(command), ' with this file.']);
}

function answersText(group: readonly FlipRow[]): string {
  const isSingle = group[0]?.changes.length === 1;
  if (group.length > 1) {
    return isSingle ? 'any of these answers' : 'all the answers in any of these lines';
  }
  return isSingle ? 'this answer' : 'these answers together';
}

function withoutTriggers({ decision, flips, names }: RecordView): string {
  const { pinned, joint } = decision;
  if (pinned)
    return `The choice was fixed in advance. ${AGAIN} the reason for that no longer holds.`;
  if (joint) {
    const others = listed(otherDecisions(decision).map(names.decision), 'or');
    return `${AGAIN} the choice of ${others === '' ? 'another decision' : others} changes.`;
  }
  const none =
    flips.total > 0
      ? 'Only answers that contradict each other would change the choice.'
      : `No change of up to ${flips.searchedUpTo} answers changes the choice.`;
  return `${none} ${AGAIN} the knowledge changes.`;
}

const AGAIN = 'Decide again when';

/** What a group of changes comes to: `NoSQL would lead`; of several picks only what comes and goes, other than having none. */
function turnText([row]: readonly FlipRow[], { decision, explanation, names }: RecordView): string {
  const { recommended = [], status } = row ?? {};
  if (status === 'infeasible') return 'no option would fit';
  if (status === 'tied')
    return `${listed(recommended.map(names.alternative), 'and')} would be level`;
  if (!explanation.several)
    return `${listed(recommended.map(names.alternative), 'and')} would lead`;
  const { baseline } = explanation;
  const onlyIn = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => id !== baseline && !others.includes(id));
  const come = onlyIn(recommended, decision.recommended);
  const gone = onlyIn(decision.recommended, recommended);
  const parts = [
    ...(gone.length === 0
      ? []
      : [`${listed(gone.map(names.alternative), 'and')} would be dropped`]),
    ...(come.length === 0 ? [] : [`${listed(come.map(names.alternative), 'and')} would be added`]),
  ];
  return parts.join(', and ');
}

/** `Number of teams: "Five or more" (now "One")` */
function rowText(row: FlipRow, view: RecordView): string {
  const [last, ...others] = row.changes.map((change) => changeText(change, view)).reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join('; ')}; and ${last}`;
}

function changeText(change: RowChange, { knowledge, names }: RecordView): string {
  const { question: id, from } = change;
  const question = knowledge.questions.get(id);
  const title = names.questionTitle(id);
  if (question === undefined) return title;
  const now = from === undefined ? 'not known now' : `now ${labels(from, question)}`;
  const isShown = from === undefined || !isSet(from, question);
  return `${withAnswer(title, changedAnswerText(change, question))}${isShown ? ` (${now})` : ''}`;
}

/** Those that contradict nothing. */
function possibleFlips({ flips }: RecordView): readonly Flip[] {
  return flips.flips.filter(({ contradicts }) => contradicts === undefined);
}

/** Questions of given answers that change the choice by themselves, in the order of the flips; a joint one depends on more. */
export function tellingQuestions(view: RecordView): string[] {
  if (view.decision.joint) return [];
  const single = possibleFlips(view).flatMap(({ changes: [first, ...others] }) =>
    first !== undefined && others.length === 0 && first.from !== undefined ? [first.question] : [],
  );
  return [...new Set(single)];
}
