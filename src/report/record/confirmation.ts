import type { RootContent } from 'mdast';
import { answerWords } from '../explain/answer-words.ts';
import { bullets, code, paragraph } from '../markdown/markdown.ts';
import { conditionWords } from '../words/conditions.ts';
import { placeOf, type RecordView, unstopped } from './record-view.ts';
import { tellingQuestions } from './revisit.ts';

/** Answers, and things to watch, that are listed. */
const MOST = 5;

/** How to check that the decision still holds: the answers it rests on, what to watch, and the command that decides again. */
export function confirmationBlocks(view: RecordView): RootContent[] {
  const { flips, head, names, explanation } = view;
  const rests = tellingQuestions(flips.flips).slice(0, MOST);
  const watched = explanation.beware.slice(0, MOST);
  return [
    ...(rests.length === 0
      ? []
      : [
          paragraph(
            'Check with measurements and with the people who know that these answers are true:',
          ),
        ]),
    ...bullets(rests.map((id) => answerWords(id, head.answers, names))),
    ...(watched.length === 0 ? [] : [paragraph('Watch for what would speak against it:')]),
    ...bullets(
      watched.map(
        ({ text, because, alternative, file }) =>
          `${unstopped(text)}, if it is ${conditionWords(because, names)} (${placeOf(file, alternative, view)})`,
      ),
    ),
    paragraph([
      'Decide it again, with the knowledge and the answers of the day: ',
      code(view.verifyCommand),
    ]),
  ];
}
