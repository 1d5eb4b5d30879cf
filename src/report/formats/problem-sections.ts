import type { RootContent } from 'mdast';
import { fileName } from '../../common/text.ts';
import type { Advice, AnswersThatHold, Conflict } from '../../model/advice.ts';
import { conflictWords, GIVEN_UP, IRREPARABLE, STILL_OPEN } from '../advice/conflicts-text.ts';
import { labelWords, withAnswer } from '../explain/answer-words.ts';
import { bullets, paragraph } from '../markdown/markdown.ts';
import { unstopped } from '../record/record-view.ts';
import { listed, type Names } from '../words/names.ts';
import { ended, upperFirst } from '../words/sentences.ts';
import { section } from './section.ts';

/** What speaks against trusting the picks; nothing if nothing does. */
export function problemBlocks(advice: Advice, names: Names): RootContent[] {
  const { contradictions, conflicts, notCovered = [], irreparable, jointGivenUp } = advice;
  return [
    ...section(
      'Answers that contradict each other',
      bullets(
        contradictions.map(({ because, instead, ...held }) => ({
          line: `${upperFirst(ended(because))} ${ended(instead)}`,
          below: bullets(answersIn(held, names)),
        })),
      ),
    ),
    ...section(
      'Picks that are incompatible',
      bullets(conflicts.map((conflict) => brokenWords(conflict, names))),
    ),
    ...(irreparable ? [paragraph(ended(IRREPARABLE))] : []),
    ...(jointGivenUp ? [paragraph(GIVEN_UP)] : []),
    ...section(
      'Not covered',
      bullets(
        notCovered.map(({ what, instead, ...held }) => ({
          line: `${upperFirst(ended(what))} ${ended(instead)}`,
          below: bullets(answersIn(held, names)),
        })),
      ),
    ),
  ];
}

/** Which picks do not go together, why, and which file says so. */
export function brokenWords(conflict: Conflict, names: Names): string {
  const hold = conflict.certain ? '' : STILL_OPEN;
  return `${unstopped(conflictWords(conflict, names))}${hold} (${fileName(conflict.file)})`;
}

function answersIn({ answers }: Pick<AnswersThatHold, 'answers'>, names: Names): string[] {
  return Object.entries(answers).map(([question, choices]) => {
    const labels = choices.map((choice) => labelWords(question, choice, names));
    return withAnswer(names.questionTitle(question), listed(labels, 'and'));
  });
}
