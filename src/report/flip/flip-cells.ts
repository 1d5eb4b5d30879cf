import { plain } from '../../common/text.ts';
import type { AnswerChange, Flips } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import type { Verdict } from '../../model/verdict.ts';
import { withAnswer } from '../explain/answer-words.ts';
import type { Cell } from '../layout/layout.ts';
import { GLUE, type Style } from '../layout/style.ts';
import { listed, type Names } from '../words/names.ts';
import { statusText } from '../words/status.ts';
import { changedAnswerText, isSet, labels } from './changed-answer.ts';
import type { FlipRow, RowChange } from './flip-rows.ts';

/** Share of the columns that the changes of a row may take. */
const CHANGES = 0.62;
const INDENT = 2;

/** Prints rows one after the other: their changes below each other, with the pick beside the first. */
export function flipCells(flips: Flips, view: FlipsView): (row: FlipRow) => Cell[][] {
  const width = Math.floor(view.style.width * CHANGES);
  return (row) => {
    const isMixed = row.changes.some(({ from }) => from !== undefined);
    const changes = row.changes.map((change, index): Cell[] => {
      const indent = index === 0 ? INDENT : 2 * INDENT;
      return [
        { text: '', width: indent },
        {
          text: `${index === 0 ? '' : 'and '}${changeText(change, isMixed, view)}`,
          width: width - indent,
        },
        { text: index === 0 ? outcome(row, flips, view) : '' },
      ];
    });
    return [...changes, ...warnings(row, view)];
  };
}

/** `Number of teams: Four to eight (now Two or three)` */
function changeText(change: RowChange, isMixed: boolean, { knowledge, names, style }: FlipsView) {
  const title = names.questionTitle(change.question);
  const question = knowledge.questions.get(change.question);
  if (question === undefined) return title;
  const said = plain(changedAnswerText(change, question));
  const now = plain(presently(change, question, isMixed));
  return `${style.palette.strong(withAnswer(title, ''))} ${said}${style.palette.faint(now)}`;
}

/** What is answered now; a set shows that by what comes and goes. */
function presently({ from }: RowChange, question: Question, isMixed: boolean): string {
  if (from === undefined) return isMixed ? ' (not answered yet)' : '';
  return isSet(from, question) ? '' : ` (now ${labels(from, question)})`;
}

function warnings({ contradicts }: FlipRow, { names, style }: FlipsView): Cell[][] {
  if (contradicts.length === 0) return [];
  const asked = contradicts.map((id) => `"${names.question(id)}"`);
  const text = `contradictory: see the answers to ${listed(asked, 'and')}`;
  return [[{ text: '', width: 2 * INDENT }, { text: style.palette.caution(text) }]];
}

/** What the pick becomes. */
function outcome(row: FlipRow, flips: Flips, view: FlipsView): string {
  const { recommended, status } = row;
  const { pinned, style } = view;
  const standing = status && statusText({ status, pinned }, style).replaceAll(' ', GLUE);
  const picks = recommended.length === 0 ? [] : [picksIn(row, flips, view)];
  return [...picks, ...(standing === undefined ? [] : [standing])].join(' ');
}

/** Where several may be picked, only what comes and goes, unless there was nothing or nothing is left. */
function picksIn({ recommended }: FlipRow, { decision, pick }: Flips, view: FlipsView): string {
  const { several, baseline = '' } = view.knowledge.decisions.get(decision) ?? {};
  const before = pick.recommended;
  const list = view.names.alternatives;
  const isChanged = before.length > 0 && ![...recommended, ...before].includes(baseline);
  if (!several || !isChanged) return list(recommended);
  const added = recommended.filter((id) => !before.includes(id));
  const gone = before.filter((id) => !recommended.includes(id));
  return [
    ...(added.length > 0 ? [`adds ${list(added)}`] : []),
    ...(gone.length > 0 ? [`drops ${list(gone)}`] : []),
  ].join(', ');
}

export interface FlipsView {
  readonly knowledge: KnowledgeBase;
  readonly names: Names;
  readonly style: Style;
  /** The decision is fixed by the user. */
  readonly pinned: boolean;
  readonly applies: Verdict['applies'];
  /** What is recommended in place of the pick, so that it fits those of other decisions. */
  readonly recommended?: Verdict['recommended'];
  /** Every flip is shown. */
  readonly isFull: boolean;
  /** The words of a command line that tries changed answers; each stays in one piece. */
  readonly tryIt: (changes: readonly AnswerChange[]) => readonly string[];
}
