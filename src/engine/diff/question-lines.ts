import { NONE } from '../../common/answers.ts';
import type { DocumentLine } from '../../model/difference.ts';
import type { Choice, Question } from '../../model/question.ts';
import { at, type ChangedLine, changedLines, type Line } from './changed-lines.ts';
import type { JudgedSheet } from './judged-sheet.ts';

/** What a question may be answered with on one side only; nothing where both sides have the same answer. */
export function changedQuestion(
  id: string,
  sheets: readonly [JudgedSheet, JudgedSheet],
): ChangedLine[] {
  const [answer, other] = sheets.map(({ known }) => known.answers.get(id)?.choices.join());
  if (answer !== undefined && answer === other) return [];
  const [before, after] = sheets.map(({ knowledge }) => knowledge.questions.get(id));
  if (before === undefined || after === undefined) {
    return changedLines(wholeLines(before), wholeLines(after));
  }
  return changedLines(answerLines(before, after), answerLines(after, before));
}

function wholeLines(question: Question | undefined): Line[] {
  if (question === undefined) return [];
  const { id, ask, place } = question;
  return [
    lineOf('question', { question: id, meaning: id }, { ...at(place), text: ask, question: id }),
  ];
}

/** `none` comes with `several` and needs no line of its own. */
function answerLines(question: Question, other: Question): Line[] {
  const isImplied = ({ id }: Choice) => id === NONE && (question.several || other.several);
  return [
    limitsLine(question, Math.max(othersIn(question), othersIn(other))),
    ...question.choices
      .filter((choice) => !isImplied(choice))
      .map(({ id, label, place }) => {
        const condition = `${question.id}=${id}`;
        const said = { ...at(place), text: label, condition, question: question.id };
        return lineOf('choice', { question: question.id, meaning: id }, said);
      }),
  ];
}

/** How many choices do not stand alone. */
function othersIn({ choices }: Question): number {
  return choices.filter(({ exclusive }) => !exclusive).length;
}

/** Which sets of its choices are answers; a limit that both sides are below is none. */
function limitsLine({ id, several, limit, choices, place }: Question, most: number): Line {
  const alone = choices.filter((each) => each.exclusive && each.id !== NONE).map((each) => each.id);
  const text = [
    `several: ${several}`,
    ...(several && limit !== undefined ? [`limit: ${limit}`] : []),
    ...(several && alone.length > 0 ? [`exclusive: ${alone.join(', ')}`] : []),
  ].join(', ');
  const meaning = several ? `${Math.min(limit ?? most, most)}/${alone.toSorted().join()}` : '';
  return lineOf('limits', { question: id, meaning }, { ...at(place), text, question: id });
}

function lineOf(
  kind: Line['kind'],
  { question, meaning }: { readonly question: string; readonly meaning: string },
  said: DocumentLine,
): Line {
  const key = kind === 'choice' ? meaning : '';
  return { kind, key, meaning, questions: [question], mayCount: true, said };
}
