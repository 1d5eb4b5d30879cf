import { answersSoFar } from '../../common/answers.ts';
import { plain } from '../../common/text.ts';
import type { QuestionScreen, Session } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import { alone, changeWords, isIdle, nothingYet, shiftWords, whyWords } from '../words/changes.ts';
import { plainNames } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { askedWith, choicesOf } from './choices.ts';
import { groupName } from './header-lines.ts';
import { howFar } from './how-far.ts';
import { lastChangeParts } from './last-change-text.ts';
import { answeredQuestions, answerWords, askedIn, KEPT, standingParts } from './list-screens.ts';
import type { Seen, SessionView } from './session-view.ts';
import { questionAt } from './text-screen.ts';

/**
 * A session as plain text, for screen readers and simple terminals: sentences below each other, each on one
 * line. Nothing is repeated: after an objection or an explanation, only what is new. Empty once it has ended.
 */
export function plainScreen({ interview, screen }: Session, view: SessionView): string {
  const seen: Seen = { ...view, interview };
  const { at } = interview;
  if (at.kind === 'end') return '';
  switch (screen.kind) {
    case 'question':
      return textOf(questionSentences(at.question, screen, seen));
    case 'answers':
      return textOf(answersSentences(seen));
    case 'status':
      return textOf(statusSentences(seen));
    case 'name':
      return textOf([]);
    case 'note':
      return textOf(noteSentences(screen.text, seen));
    default:
      return screen satisfies never;
  }
}

/** The prompt that says what can be typed. */
export function plainPrompt({ interview, screen }: Session, { knowledge }: SessionView): string {
  const { at } = interview;
  if (at.kind === 'end') return '';
  switch (screen.kind) {
    case 'question':
      return questionPrompt(knowledge.questions.get(at.question), screen);
    case 'answers':
      return listPrompt(answersSoFar(interview).length);
    case 'status':
      return 'Enter to continue, or q to save and quit: ';
    case 'name':
      return 'What is the system called? (press Enter to leave it blank): ';
    case 'note':
      return 'Your note (press Enter for no note): ';
    default:
      return screen satisfies never;
  }
}

function textOf(sentences: readonly string[]): string {
  return ['', ...sentences].map((sentence) => `${sentence}\n`).join('');
}

function questionSentences(id: string, screen: QuestionScreen, seen: Seen): string[] {
  const question = seen.knowledge.questions.get(id);
  if (question === undefined) return [];
  const { objection, notice } = screen;
  if (objection !== undefined)
    return [`Not accepted: ${plain(objection)}.`, ...pickedNow(question, screen, seen)];
  if (notice !== undefined)
    return [`Note: ${plain(notice)}.`, ...pickedNow(question, screen, seen)];
  if (screen.isWhyShown) return whySentences(question, seen);
  const note = seen.interview.sheet.notes.get(id);
  return [
    placeSentence(question, seen),
    '',
    ...changedSentence(screen, seen),
    askedWith(question),
    ...(question.help === '' ? [] : [plain(question.help)]),
    ...(note === undefined ? [] : [`Your note: ${plain(note)}`]),
    '',
    ...choicesOf(question, screen, seen).map(
      ({ label, mark }, index) => `${index + 1}. ${label}${mark === '' ? '' : ` (${mark})`}`,
    ),
    '',
  ];
}

/** The selected choices, as the list does not show them; empty if nothing is selected. */
function pickedNow(question: Question, screen: QuestionScreen, seen: Seen): string[] {
  const picked = choicesOf(question, screen, seen).filter(({ isTicked }) => isTicked);
  return picked.length === 0 ? [] : [`Selected: ${picked.map(({ label }) => label).join('; ')}.`];
}

/** `Data. Question 6 of about 13. 4 of 11 decisions decided.` */
function placeSentence({ group }: Question, { interview, knowledge }: Seen): string {
  const { number, total, decided, decisions } = howFar(interview);
  const how = `${decided} of ${count(decisions, 'decision')} decided`;
  return `${groupName(group, knowledge)}. Question ${number} of about ${total}. ${how}.`;
}

/** What the last answer changed, followed by a blank line. */
function changedSentence({ changed }: QuestionScreen, { interview, knowledge }: Seen): string[] {
  if (changed === undefined) return [];
  const names = plainNames(knowledge);
  const parts = lastChangeParts(changed, { interview, names, becomes: 'becomes' });
  const words = parts.length === 0 ? 'no pick has changed yet' : parts.join('; ');
  return [`Your last answer: ${words}.`, ''];
}

function whySentences(question: Question, { knowledge, why }: Seen): string[] {
  if (why === undefined) return ['There is no explanation of why this is asked.'];
  const names = plainNames(knowledge);
  if (why.choices.every(isIdle)) return [whyWords(why, names), ''];
  const then = question.several ? alone('With this') : 'Then';
  const sentences = question.choices.map(({ id, label }, index) => {
    const { changes = [], shifts = [] } = why.choices.find(({ choice }) => choice === id) ?? {};
    const words = [
      ...changes.map((change) => changeWords(change, names, 'becomes')),
      ...shifts.map((shift) => shiftWords(shift, names, 'becomes')),
    ];
    const effect = words.length === 0 ? nothingYet(why) : words.join('; ');
    return `${index + 1}. ${plain(label)}. ${then}: ${effect}.`;
  });
  return [whyWords(why, names), '', ...sentences, ''];
}

function questionPrompt(question: Question | undefined, screen: QuestionScreen): string {
  if (question === undefined) return '';
  const { isWhyShown } = screen;
  const several = question.several ? ', or several separated by commas' : '';
  const why = isWhyShown ? '? back to the question' : '? why';
  return `Answer (1-${question.choices.length + 1}${several}; u don't know, ${why}, b back, e edit, n note, s status, f finish, q save and quit): `;
}

function listPrompt(size: number): string {
  const numbers = size === 1 ? '1' : `1-${size}`;
  return `Number of the answer to change (${numbers}; b back, q save and quit): `;
}

function answersSentences(seen: Seen): string[] {
  const { interview, aside } = seen;
  const sentences = answeredQuestions(seen).map((answered, index) => {
    const kept = aside?.has(answered.id) ? ` (${KEPT})` : '';
    const answer = answerWords(interview.sheet.answers.get(answered.id), answered.question);
    return `${index + 1}. ${askedIn(answered)} ${answer}${kept}`;
  });
  return [`${count(sentences.length, 'answer')} so far.`, '', ...sentences, ''];
}

function statusSentences(seen: Seen): string[] {
  const { decision } = plainNames(seen.knowledge);
  const sentences = seen.interview.outlook.decisions.map(
    (standing) => `${decision(standing.id)}: ${standingParts(standing, seen).join(', ')}.`,
  );
  return [...sentences, ''];
}

function noteSentences(text: string, seen: Seen): string[] {
  const before = text === '' ? [] : [`Your note so far: ${plain(text)}`];
  return [questionAt(seen), ...before];
}
