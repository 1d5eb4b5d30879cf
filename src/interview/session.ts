import { answersSoFar } from '../common/answers.ts';
import { plain } from '../common/text.ts';
import type { Intent, Interview, ListScreen, Session, TextScreen } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { ended, goTo, withNote } from './interview.ts';
import { atQuestion, type On, onQuestion } from './on-question.ts';

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

/** Back to a question as it was left. */
function returned(
  interview: Interview,
  { from }: ListScreen | TextScreen,
  knowledge: KnowledgeBase,
): Session {
  return from === undefined ? atQuestion(interview, knowledge) : { interview, screen: from };
}
