import { plain } from '../../common/text.ts';
import type { Advice, Implied, ImpliedAnswer } from '../../model/advice.ts';
import { paragraph, rows } from '../layout/layout.ts';
import { type References, references } from '../layout/references.ts';
import { listed, type Names } from '../words/names.ts';
import type { AdviceView } from './advice-view.ts';

type Seen = Pick<AdviceView, 'names' | 'style'>;

/** What the given answers imply, from which answers and why; empty if nothing is implied. */
export function impliedLines(
  { implied = [], answers }: Pick<Advice, 'implied' | 'answers'>,
  { names, style }: Seen,
): string[] {
  if (implied.length === 0) return [];
  const notes = references(style);
  const lines = implied.flatMap((each) => {
    const text = `${conclusion(each, names)} ${reasons(each, { answers, names, notes })}`;
    return rows(
      [[{ text: '', width: 2 }, { text: style.glyphs.arrow, width: 2 }, { text }]],
      style.width,
    );
  });
  return [
    '',
    ...paragraph(style.palette.strong('What your answers imply'), style.width, 2),
    ...lines,
    ...paragraph(notes.list(), style.width, 4),
  ];
}

/** `How many requests? 20,000 or more.` */
function conclusion({ question, choices }: ImpliedAnswer, names: Names): string {
  const labels = choices.map((choice) => names.choice(question, choice));
  const said = labels.length === 1 ? labels.join('') : `One of: ${labels.join('; ')}`;
  return plain(`${names.question(question)} ${said}.`);
}

interface Reasoning {
  readonly answers: Advice['answers'];
  readonly names: Names;
  readonly notes: References;
}

function reasons({ because }: ImpliedAnswer, reasoning: Reasoning): string {
  return because.map((each) => reason(each, reasoning)).join('. ');
}

/** `Each write is a request [1]. Follows from your answer 60,000 to "How many writes are there?"` */
function reason(
  { questions, because, ...place }: Implied,
  { answers, names, notes }: Reasoning,
): string {
  const from = questions.map(
    (id) => `${answerText(id, answers, names)} to "${names.question(id)}"`,
  );
  const whose = `your ${questions.length === 1 ? 'answer' : 'answers'}`;
  return `${plain(because)} ${notes.mark(place)}. Follows from ${whose} ${plain(listed(from, 'and'))}`;
}

function answerText(question: string, answers: Advice['answers'], names: Names): string {
  const answer = answers[question];
  if (typeof answer === 'number') return String(answer);
  const labels = [answer ?? []].flat().map((choice) => `"${names.choice(question, choice)}"`);
  return listed(labels, 'and');
}
