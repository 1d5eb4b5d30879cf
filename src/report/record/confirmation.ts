import type { RootContent } from 'mdast';
import { grouped } from '../../common/lists.ts';
import { fileName } from '../../common/text.ts';
import { bullets, code, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { answerText, openText } from './answers.ts';
import { possibleOptions } from './options.ts';
import { type RecordView, unstopped } from './record-view.ts';
import { tellingQuestions } from './revisit.ts';

/** Answers, and things to watch, that are listed. */
const MOST = 5;

/** How to check that the decision still holds: the answers it rests on, what to watch, and the command that decides again. */
export function confirmationBlocks(view: RecordView): RootContent[] {
  const rests = tellingQuestions(view).slice(0, MOST);
  const watched = [...grouped(warnings(view), ({ text }) => text).values()].slice(0, MOST);
  return [
    ...(rests.length === 0
      ? []
      : [paragraph('The choice rests on these answers. Check that they are true, and stay so:')]),
    ...bullets(rests.map((id) => answerText(id, view))),
    ...(watched.length === 0
      ? []
      : [paragraph('Not known yet. These would count against the choice:')]),
    ...bullets(
      watched.map((all) => {
        const [{ text, file } = { text: '', file: '' }] = all;
        const names = all.map(({ alternative }) => `"${view.names.alternative(alternative)}"`);
        return `${text} (${fileName(file)}, ${listed(names, 'and')})`;
      }),
    ),
    paragraph(['To check it against current knowledge, run ', code(view.verifyCommand), '.']),
  ];
}

interface Warned {
  readonly text: string;
  readonly file: string;
  readonly alternative: string;
}

/** What would rule out a pick comes first. */
function warnings(view: RecordView): Warned[] {
  const { decision, explanation } = view;
  const ruling = possibleOptions(view)
    .filter(({ alternative }) => decision.recommended.includes(alternative))
    .flatMap(({ alternative, excludedBy }) =>
      excludedBy
        .filter(({ state }) => state === 'possible')
        .map((each) => ({ ...each, alternative, isRuledOut: true })),
    );
  const all = [...ruling, ...explanation.beware.map((each) => ({ ...each, isRuledOut: false }))];
  return all.map(({ text, because, file, alternative, isRuledOut }) => ({
    text: `${openText(because, view)}: ${isRuledOut ? 'it is then ruled out, because ' : ''}${unstopped(text)}`,
    ...{ file, alternative },
  }));
}
