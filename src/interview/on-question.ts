import { answersSoFar } from '../common/answers.ts';
import { isOpposite, oppositesAmong } from '../common/exclusive-choices.ts';
import type { Answer } from '../model/answers.ts';
import type {
  Intent,
  Interview,
  ListScreen,
  QuestionScreen,
  Screen,
  Session,
  TextScreen,
} from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Choice, Question } from '../model/question.ts';
import { answered, ended, goTo, questionBefore } from './interview.ts';
import { lastChange } from './last-change.ts';

/** A session that shows a certain kind of screen. */
export interface On<S extends Screen> {
  readonly interview: Interview;
  readonly screen: S;
}

/** What comes of an intent while a question is shown. */
export function onQuestion(
  session: On<QuestionScreen>,
  intent: Intent,
  knowledge: KnowledgeBase,
): Session {
  const { interview, screen } = session;
  const question = questionAt(interview, knowledge);
  if (question === undefined) return session;
  switch (intent.kind) {
    case 'up':
    case 'down':
      return pointed(session, screen.cursor + (intent.kind === 'up' ? -1 : 1), question);
    case 'point':
      return numbered(session, intent.line + 1, question);
    case 'choose':
      return chose(session, intent.lines, knowledge);
    case 'toggle':
      return toggled(session, question);
    case 'enter':
      return entered(session, question, knowledge);
    case 'unknown':
      return afterAnswer(session, null, knowledge);
    case 'why':
    case 'more':
    case 'escape':
      return explained(session, intent.kind);
    case 'back':
      return wentBack(session, knowledge);
    case 'edit':
      return answersSoFar(interview).length === 0
        ? shown(session, { objection: 'no answers yet' })
        : beside(session, { kind: 'answers', cursor: answersSoFar(interview).length - 1 });
    case 'status':
      return beside(session, { kind: 'status', cursor: 0 });
    case 'note':
      return beside(session, { kind: 'note', text: interview.sheet.notes.get(question.id) ?? '' });
    case 'finish':
      return { interview: ended(interview, 'finished'), screen };
    case 'paste':
      return shown(session, { objection: 'pasting is not possible here' });
    default:
      return session;
  }
}

/** Why a question is asked is shown from its first page on, or hidden. */
function explained(session: On<QuestionScreen>, kind: 'why' | 'more' | 'escape'): Session {
  const { isWhyShown, page = 0 } = session.screen;
  if (kind === 'more') return shown(session, { page: page + 1 });
  return shown(session, { isWhyShown: kind === 'why' && !isWhyShown, page: 0 });
}

/** The last key has been dealt with, and so has what was said against the one before. */
function shown(
  { interview, screen }: On<QuestionScreen>,
  change: Partial<QuestionScreen>,
): On<QuestionScreen> {
  const { objection: _, notice: __, typed: ___, ...rest } = screen;
  return { interview, screen: { ...rest, ...change } };
}

/** Leaves a question for another screen, and knows the way back. */
function beside(
  session: On<QuestionScreen>,
  screen: Omit<ListScreen, 'from'> | Omit<TextScreen, 'from'>,
): Session {
  const { interview, screen: from } = shown(session, {});
  return { interview, screen: { ...screen, from } };
}

/** From the first line to the last, and from the last to the first. */
function pointed(session: On<QuestionScreen>, line: number, { choices }: Question): Session {
  const lines = choices.length + 1;
  return shown(session, { cursor: (line + lines) % lines });
}

/** A second digit makes a two-digit number, if there are that many lines. */
function numbered(session: On<QuestionScreen>, digit: number, question: Question): Session {
  const lines = question.choices.length + 1;
  const both = 10 * (session.screen.typed ?? 0) + digit;
  const typed = both <= lines ? both : digit;
  return typed < 1 || typed > lines
    ? shown(session, { objection: numbersGo(question) })
    : shown(session, { cursor: typed - 1, typed });
}

/** The last number stands for what is not known. */
function numbersGo({ choices }: Question): string {
  return `enter a number from 1 to ${choices.length + 1}`;
}

function toggled(session: On<QuestionScreen>, question: Question): Session {
  const { screen } = session;
  const picked = question.choices[screen.cursor];
  if (!question.several) return shown(session, { objection: 'pick only one: press Enter' });
  if (picked === undefined) return shown(session, { objection: 'press Enter if you do not know' });
  const before = question.choices.filter(({ id }) => screen.ticked.includes(id));
  if (before.includes(picked)) return ticking(session, without(before, [picked]));
  const cleared = before.filter((each) => isOpposite(picked, each));
  const after = question.choices.filter((each) => each === picked || before.includes(each));
  return ticking(session, without(after, cleared), cleared);
}

/** Picking one of two opposites clears the other, and says so. */
function ticking(
  session: On<QuestionScreen>,
  ticked: readonly Choice[],
  cleared: readonly Choice[] = [],
): Session {
  const labels = cleared.map(({ label }) => `"${label}"`).join(', ');
  return shown(session, {
    ticked: ticked.map(({ id }) => id),
    ...(cleared.length > 0 && { notice: `this clears ${labels}` }),
  });
}

function without(choices: readonly Choice[], others: readonly Choice[]): Choice[] {
  return choices.filter((each) => !others.includes(each));
}

function entered(
  session: On<QuestionScreen>,
  question: Question,
  knowledge: KnowledgeBase,
): Session {
  const { interview, screen } = session;
  const pointedAt = question.choices[screen.cursor]?.id;
  if (pointedAt === undefined) return afterAnswer(session, null, knowledge);
  const choices = question.several ? screen.ticked : [pointedAt];
  const objection = answerObjection(question, choices);
  if (objection !== undefined) return shown(session, { objection });
  const before = interview.sheet.answers.get(question.id);
  return afterAnswer(session, sameOr(before, choices), knowledge);
}

/** The next question, with what the answer to this one changed. */
function afterAnswer(
  { interview }: On<QuestionScreen>,
  answer: Answer | null,
  knowledge: KnowledgeBase,
): Session {
  const next = atQuestion(answered(knowledge, interview, answer), knowledge);
  return { ...next, screen: { ...next.screen, ...lastChange(interview, next.interview) } };
}

/** As if each of the lines had been picked, and then the answer given. */
function chose(
  session: On<QuestionScreen>,
  lines: readonly number[],
  knowledge: KnowledgeBase,
): Session {
  const question = questionAt(session.interview, knowledge);
  const [cursor = 0, ...others] = lines;
  if (question === undefined) return session;
  const { choices, several } = question;
  if (lines.some((line) => line < 0 || line > choices.length)) {
    return shown(session, { objection: numbersGo(question) });
  }
  if (others.length > 0 && !several) return shown(session, { objection: 'pick only one' });
  if (others.length > 0 && lines.includes(choices.length)) {
    return shown(session, { objection: 'the last line cannot be combined with others' });
  }
  const ticked = choices.flatMap(({ id }, line) => (lines.includes(line) ? [id] : []));
  const { interview, screen } = session;
  return entered({ interview, screen: { ...screen, cursor, ticked } }, question, knowledge);
}

/** A number that was given stays where its band is picked again. */
function sameOr(before: Answer | null | undefined, choices: readonly string[]): Answer {
  return before && before.choices.join() === choices.join() ? before : { choices };
}

function wentBack(session: On<QuestionScreen>, knowledge: KnowledgeBase): Session {
  const before = questionBefore(session.interview);
  return before === undefined
    ? shown(session, { objection: 'this is the first question' })
    : atQuestion(goTo(session.interview, before), knowledge);
}

/** What is wrong with a set of choices; undefined if nothing is. */
function answerObjection(
  { choices, limit }: Question,
  picked: readonly string[],
): string | undefined {
  if (picked.length === 0) return 'pick what applies with the space bar, or choose the last line';
  const [one, other] = oppositesAmong(choices.filter(({ id }) => picked.includes(id))) ?? [];
  if (one && other) return `"${one.label}" and "${other.label}" exclude each other`;
  return limit !== undefined && picked.length > limit ? `pick at most ${limit}` : undefined;
}

/** The current question, with the answer that it has. */
export function atQuestion(interview: Interview, knowledge: KnowledgeBase): On<QuestionScreen> {
  const question = questionAt(interview, knowledge);
  const answer = question && interview.sheet.answers.get(question.id);
  const ticked = answer?.choices ?? [];
  const places = question?.choices.map(({ id }) => id) ?? [];
  const cursor = answer === null ? places.length : Math.max(0, places.indexOf(ticked[0] ?? ''));
  return {
    interview,
    screen: {
      kind: 'question',
      cursor,
      ticked: question?.several ? ticked : [],
      isWhyShown: false,
    },
  };
}

function questionAt({ at }: Interview, { questions }: KnowledgeBase): Question | undefined {
  return at.kind === 'question' ? questions.get(at.question) : undefined;
}
