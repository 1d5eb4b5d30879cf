import { answersSoFar } from '../common/answers.ts';
import { plain } from '../common/text.ts';
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
import type { Question } from '../model/question.ts';
import { answerObjection } from './answer-objection.ts';
import { answered, ended, goTo, questionBefore, withNote } from './interview.ts';

/** An interview as a person meets it: the name of the system comes first, where it is not known. */
export function openSession(interview: Interview, knowledge: KnowledgeBase): Session {
  const isNamed = interview.sheet.system !== undefined || interview.asked.length > 0;
  if (isNamed || interview.at.kind === 'end') return atQuestion(interview, knowledge);
  return { interview, screen: { kind: 'name', text: '' } };
}

/** What comes of an intent; what makes no sense on a screen, or comes after the end, changes nothing. */
export function pressed(session: Session, intent: Intent, knowledge: KnowledgeBase): Session {
  const { interview, screen } = session;
  if (interview.at.kind === 'end') return session;
  if (intent.kind === 'quit') return { interview: ended(interview, 'left'), screen };
  switch (screen.kind) {
    case 'question':
      return onQuestion({ interview, screen }, intent, knowledge);
    case 'answers':
    case 'status':
      return onList({ interview, screen }, intent, knowledge);
    case 'name':
    case 'note':
      return onText({ interview, screen }, intent, knowledge);
    default:
      return screen satisfies never;
  }
}

interface On<S extends Screen> {
  readonly interview: Interview;
  readonly screen: S;
}

function onQuestion(
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
      return intent.line < 0 || intent.line > question.choices.length
        ? shown(session, { objection: numbersGo(question) })
        : pointed(session, intent.line, question);
    case 'choose':
      return chose(session, intent.lines, knowledge);
    case 'toggle':
      return toggled(session, question);
    case 'enter':
      return entered(session, question, knowledge);
    case 'unknown':
      return atQuestion(answered(knowledge, interview, null), knowledge);
    case 'why':
      return shown(session, { isWhyShown: !screen.isWhyShown });
    case 'escape':
      return shown(session, { isWhyShown: false });
    case 'back':
      return wentBack(session, knowledge);
    case 'edit':
      return answersSoFar(interview).length === 0
        ? shown(session, { objection: 'nothing is answered yet' })
        : beside(session, { kind: 'answers', cursor: answersSoFar(interview).length - 1 });
    case 'status':
      return beside(session, { kind: 'status', cursor: 0 });
    case 'note':
      return beside(session, { kind: 'note', text: interview.sheet.notes.get(question.id) ?? '' });
    case 'finish':
      return { interview: ended(interview, 'finished'), screen };
    case 'paste':
      return shown(session, { objection: 'nothing can be pasted here' });
    default:
      return session;
  }
}

/** The last key has been dealt with, and so has what was said against the one before. */
function shown(
  { interview, screen }: On<QuestionScreen>,
  change: Partial<QuestionScreen>,
): On<QuestionScreen> {
  const { objection: _, ...rest } = screen;
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

/** Back to a question as it was left. */
function returned(
  interview: Interview,
  { from }: ListScreen | TextScreen,
  knowledge: KnowledgeBase,
): Session {
  return from === undefined ? atQuestion(interview, knowledge) : { interview, screen: from };
}

/** From the first line to the last, and from the last to the first. */
function pointed(session: On<QuestionScreen>, line: number, { choices }: Question): Session {
  const lines = choices.length + 1;
  return shown(session, { cursor: (line + lines) % lines });
}

/** The last number stands for what is not known. */
function numbersGo({ choices }: Question): string {
  return `the numbers go from 1 to ${choices.length + 1}`;
}

function toggled(session: On<QuestionScreen>, question: Question): Session {
  const { screen } = session;
  const picked = question.choices[screen.cursor]?.id;
  if (!question.several)
    return shown(session, { objection: 'only one may be picked: press Enter' });
  if (picked === undefined)
    return shown(session, { objection: 'press Enter where it is not known' });
  const isTicked = screen.ticked.includes(picked);
  const ticked = question.choices
    .map(({ id }) => id)
    .filter((id) => (id === picked ? !isTicked : screen.ticked.includes(id)));
  return shown(session, { ticked });
}

function entered(
  session: On<QuestionScreen>,
  question: Question,
  knowledge: KnowledgeBase,
): Session {
  const { interview, screen } = session;
  const pointedAt = question.choices[screen.cursor]?.id;
  if (pointedAt === undefined) return atQuestion(answered(knowledge, interview, null), knowledge);
  const choices = question.several ? screen.ticked : [pointedAt];
  const objection = answerObjection(question, choices);
  if (objection !== undefined) return shown(session, { objection });
  const before = interview.sheet.answers.get(question.id);
  return atQuestion(answered(knowledge, interview, sameOr(before, choices)), knowledge);
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
  if (others.length > 0 && !several) return shown(session, { objection: 'only one may be picked' });
  if (others.length > 0 && lines.includes(choices.length)) {
    return shown(session, { objection: 'the last line stands alone' });
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

function onList(
  { interview, screen }: On<ListScreen>,
  intent: Intent,
  knowledge: KnowledgeBase,
): Session {
  const size =
    screen.kind === 'answers' ? answersSoFar(interview).length : interview.outlook.decisions.length;
  const to = (line: number) => ({ ...screen, cursor: (line + size) % Math.max(1, size) });
  switch (intent.kind) {
    case 'up':
      return { interview, screen: to(screen.cursor - 1) };
    case 'down':
      return { interview, screen: to(screen.cursor + 1) };
    case 'point':
      return {
        interview,
        screen: intent.line >= 0 && intent.line < size ? to(intent.line) : screen,
      };
    case 'choose':
      return choseFrom({ interview, screen }, intent.lines, knowledge);
    case 'enter':
      return screen.kind === 'answers'
        ? chosen({ interview, screen }, screen.cursor, knowledge)
        : returned(interview, screen, knowledge);
    case 'escape':
    case 'back':
    case 'edit':
    case 'status':
      return returned(interview, screen, knowledge);
    default:
      return { interview, screen };
  }
}

function choseFrom(
  { interview, screen }: On<ListScreen>,
  [line = -1]: readonly number[],
  knowledge: KnowledgeBase,
): Session {
  const isThere = screen.kind === 'answers' && answersSoFar(interview)[line] !== undefined;
  return isThere ? chosen({ interview, screen }, line, knowledge) : { interview, screen };
}

function chosen(
  { interview, screen }: On<ListScreen>,
  line: number,
  knowledge: KnowledgeBase,
): Session {
  const question = answersSoFar(interview)[line];
  return question === undefined
    ? returned(interview, screen, knowledge)
    : atQuestion(goTo(interview, question), knowledge);
}

function onText(
  { interview, screen }: On<TextScreen>,
  intent: Intent,
  knowledge: KnowledgeBase,
): Session {
  switch (intent.kind) {
    case 'type':
      return { interview, screen: { ...screen, text: intent.text } };
    case 'escape':
      return returned(interview, screen, knowledge);
    case 'enter':
      return returned(withText(interview, screen), screen, knowledge);
    default:
      return { interview, screen };
  }
}

function withText(interview: Interview, { kind, text }: TextScreen): Interview {
  const line = plain(text).trim();
  if (kind === 'note') return withNote(interview, line);
  return line === '' ? interview : { ...interview, sheet: { ...interview.sheet, system: line } };
}

/** The question at hand, with the answer that it has. */
function atQuestion(interview: Interview, knowledge: KnowledgeBase): Session {
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
