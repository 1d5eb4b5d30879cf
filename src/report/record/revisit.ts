import type { RootContent } from 'mdast';
import type { Flip } from '../../model/flips.ts';
import { withAnswer } from '../explain/answer-words.ts';
import { changedAnswerText, isSet, labels } from '../flip/changed-answer.ts';
import { type FlipRow, flipRows, type RowChange } from '../flip/flip-rows.ts';
import { bullets, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import type { RecordView } from './record-view.ts';
import { picked } from './title.ts';

/** Triggers that are listed; the data of the record has more. */
const MOST = 8;

/** The smallest changes of answers that would change the choice. */
export function revisitBlocks(view: RecordView): RootContent[] {
  const { flips, decision } = view;
  const possible = flips.flips.filter(({ contradicts }) => contradicts === undefined);
  const rows = flipRows(possible);
  if (rows.length === 0) {
    const why = decision.pinned
      ? 'The choice was fixed in advance, so that no answer changes it.'
      : `No change of up to ${flips.searchedUpTo} answers changes the choice.`;
    return [paragraph(`${why} Revisit it when the knowledge changes.`)];
  }
  const shown = rows.slice(0, MOST);
  const hidden = rows.length - shown.length;
  return [
    paragraph('Decide again as soon as one of these is true:'),
    ...bullets(shown.map((row) => rowText(row, view))),
    ...(hidden > 0
      ? [paragraph(`${count(hidden, 'more change')} would have the same effect.`)]
      : []),
  ];
}

/** `Number of teams: "Five or more" (today "One"): then Microservices` */
function rowText(row: FlipRow, view: RecordView): string {
  const changes = row.changes.map((change) => changeText(change, view));
  return `${listed(changes, 'and')}; then ${thenText(row, view)}`;
}

function changeText(change: RowChange, { knowledge, names }: RecordView): string {
  const { question: id, from } = change;
  const question = knowledge.questions.get(id);
  const title = names.questionTitle(id);
  if (question === undefined) return title;
  const now =
    from === undefined
      ? 'not known now'
      : isSet(from, question)
        ? ''
        : `now ${labels(from, question)}`;
  return `${withAnswer(title, changedAnswerText(change, question))}${now === '' ? '' : ` (${now})`}`;
}

function thenText({ recommended, status }: FlipRow, { names }: RecordView): string {
  if (recommended.length === 0) return 'no option fits';
  const picks = picked(recommended, names);
  return status === 'tied' ? `${picks} are level` : picks;
}

/** Questions of given answers that change the choice by themselves, in the order of the flips. */
export function tellingQuestions(flips: readonly Flip[]): string[] {
  const single = flips.flatMap(({ changes: [first, ...others] }) =>
    first !== undefined && others.length === 0 && first.from !== undefined ? [first.question] : [],
  );
  return [...new Set(single)];
}
