import type { RootContent } from 'mdast';
import type { Advice, ImpliedAnswer } from '../../model/advice.ts';
import { answerWords, labelWords, withAnswer } from '../explain/answer-words.ts';
import { bullets } from '../markdown/markdown.ts';
import { unstopped } from '../record/record-view.ts';
import { listed, type Names } from '../words/names.ts';
import { lowerFirst } from '../words/sentences.ts';
import { section } from './section.ts';

/** What was answered, what follows from that, and what is not known; each only if there is any. */
export function answerBlocks(advice: Advice, names: Names): RootContent[] {
  const { answers, implied = [], unanswered } = advice;
  return [
    ...section(
      'Answers',
      bullets(Object.keys(answers).map((id) => answerWords(id, answers, names))),
    ),
    ...section('Implied by the answers', bullets(implied.map((each) => impliedWords(each, names)))),
    ...section('Not known', bullets(unanswered.map(names.questionTitle))),
  ];
}

/** `Peak requests: "20,000 or more", because each write is a request (from Peak writes)` */
function impliedWords({ question, choices, because }: ImpliedAnswer, names: Names): string {
  const labels = choices.map((choice) => labelWords(question, choice, names));
  const reasons = because.map(
    ({ because: why, questions }) =>
      `${lowerFirst(unstopped(why))} (from ${listed(questions.map(names.questionTitle), 'and')})`,
  );
  return `${withAnswer(names.questionTitle(question), listed(labels, 'or'))}, because ${listed(reasons, 'and')}`;
}
