import { plain } from '../../common/text.ts';
import type { Trigger } from '../../model/record.ts';
import type { Cause, RecordedVerdict, VerifiedRecord } from '../../model/verification.ts';
import { changedAnswerTexts, changeTitle } from '../diff/changed-answer-rows.ts';
import { setTexts } from '../diff/decision-differences.ts';
import { labelWords, stopped, withAnswer } from '../explain/answer-words.ts';
import { changedAnswerText } from '../flip/changed-answer.ts';
import { listed } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { sentence } from '../words/sentences.ts';
import { NO_PICK } from '../words/standing.ts';
import { changedPointsTexts } from './changed-points-texts.ts';
import { verdictWords } from './outcome-words.ts';
import type { VerifyView } from './verify-view.ts';

/** Something that is said about a record: a word for it, and texts without colours. */
export interface Part {
  readonly label: string;
  readonly texts: readonly string[];
}

/** How a record came out then and now, why, and which of its triggers have come true; nothing that commands a terminal. */
export function findingParts(record: VerifiedRecord, view: VerifyView): Part[] {
  const { before, after, causes, fired } = record;
  const parts = [
    ...statusParts(record),
    ...(before ? [verdictPart('Then', before, record, view)] : []),
    ...(after ? [verdictPart('Now', after, record, view)] : []),
    ...causes.map((cause) => causePart(withoutMissing(cause, causes), record, view)),
    ...firedParts(fired, view),
  ];
  return parts
    .filter(({ texts }) => texts.length > 0)
    .map(({ label, texts }) => ({ label, texts: texts.map(plain) }));
}

function statusParts({ rejectedSuccessor }: VerifiedRecord): Part[] {
  return rejectedSuccessor === undefined
    ? []
    : [{ label: 'Status', texts: [`Superseded by ${rejectedSuccessor}, which was rejected.`] }];
}

/** That an alternative is gone is said once. */
function withoutMissing(cause: Cause, causes: readonly Cause[]): Cause {
  if (cause.kind !== 'points') return cause;
  const missing = causes.flatMap((each) =>
    each.kind === 'missing' ? (each.alternatives ?? []) : [],
  );
  const changes = cause.changes.filter(
    ({ kind, alternative }) => kind !== 'alternative' || !missing.includes(alternative),
  );
  return { ...cause, changes };
}

/** With the version of the knowledge, if it differs between the sides. */
function verdictPart(
  label: string,
  verdict: RecordedVerdict,
  { before, after }: VerifiedRecord,
  { names }: VerifyView,
): Part {
  const { version, sha256 } = verdict.knowledge;
  const isOne = before?.knowledge.sha256 === after?.knowledge.sha256;
  const knowledge = isOne ? '' : `, knowledge ${version} (${sha256.slice(0, 7)})`;
  return { label, texts: [`${verdictWords(verdict, names)}${knowledge}`] };
}

function causePart(cause: Cause, record: VerifiedRecord, view: VerifyView): Part {
  const { names } = view;
  switch (cause.kind) {
    case 'text':
      return { label: 'Edited', texts: editedTexts(cause) };
    case 'data':
      return { label: 'Problem', texts: [sentence(cause.problem)] };
    case 'missing':
      return { label: 'Missing', texts: [missingText(cause, view)] };
    case 'unread-answer':
      return { label: 'Answer', texts: [unreadText(cause, view)] };
    case 'points':
      return { label: 'Points', texts: changedPointsTexts(cause.changes, view) };
    case 'open-questions':
      return { label: 'Questions', texts: questionTexts(cause, view) };
    case 'knowledge':
      return {
        label: 'Knowledge',
        texts: [knowledgeText(cause.together.map(names.decision), record)],
      };
    case 'answers':
      return { label: 'Answers', texts: answerTexts(cause, view) };
    default:
      return cause satisfies never;
  }
}

type CauseOf<K extends Cause['kind']> = Extract<Cause, { kind: K }>;

function editedTexts({ expected, found }: CauseOf<'text'>): string[] {
  return [
    `Written: ${expected}`,
    found === undefined ? 'This sentence is missing now.' : `Now: ${found}`,
  ];
}

function missingText({ alternatives = [] }: CauseOf<'missing'>, { names }: VerifyView): string {
  return alternatives.length === 0
    ? 'The knowledge no longer has this decision.'
    : `The knowledge no longer has ${listed(alternatives.map(names.alternative), 'and')}.`;
}

/** By its labels if the knowledge still has some, otherwise as it was written. */
function unreadText({ answer, because }: CauseOf<'unread-answer'>, { names }: VerifyView): string {
  const [question = '', choice] = answer.split('=');
  const title = names.questionTitle(question);
  const isAsked = title !== question;
  const text = isAsked
    ? `The recorded answer to ${choice === undefined ? title : withAnswer(title, labelWords(question, choice, names))} is no longer possible`
    : `\`${question}\` is no longer asked`;
  return because === undefined ? `${text}.` : `${text}: ${because}`;
}

function questionTexts(
  { added, gone }: CauseOf<'open-questions'>,
  { names }: VerifyView,
): string[] {
  const titles = (ids: readonly string[]) => listed(ids.map(names.questionTitle), 'and');
  return [
    ...(added.length > 0 ? [stopped(`The pick now also depends on ${titles(added)}`)] : []),
    ...(gone.length > 0 ? [stopped(`The pick no longer depends on ${titles(gone)}`)] : []),
  ];
}

function knowledgeText(together: readonly string[], { before, after }: VerifiedRecord): string {
  if (together.length > 0) return `The pick has to fit ${listed(together, 'and')}.`;
  return before?.knowledge.sha256 === after?.knowledge.sha256
    ? 'The knowledge is the same: this version of arch-advisor decides differently.'
    : 'The knowledge has changed, though no points that count here have.';
}

/** The changed answers and, if fewer are enough, which. */
function answerTexts({ sets, changes, pins }: CauseOf<'answers'>, view: VerifyView): string[] {
  const sides = { before: view.knowledge, after: view.knowledge, style: view.style };
  const changed = { answers: changes, pins };
  const texts = changedAnswerTexts(changed, sides).map(({ title, text }) =>
    withAnswer(title, text),
  );
  if (sets.length < 2) return texts;
  const titled = sets.map((set) => set.map((id) => changeTitle(id, changed, sides)));
  return [...texts, `Enough to change it: ${setTexts(titled, false).join(', ')}`];
}

/** Triggers that are named. */
const MOST = 3;

function firedParts(fired: readonly Trigger[], view: VerifyView): Part[] {
  if (fired.length === 0) return [];
  const hidden = fired.length - MOST;
  const texts = fired.slice(0, MOST).map((trigger) => triggerText(trigger, view));
  const more = hidden > 0 ? [`${count(hidden, 'more trigger')} of the record, too`] : [];
  return [{ label: 'Trigger', texts: [...texts, ...more] }];
}

/** `Number of teams: "Five or more" has come true; the record expected Microservices then` */
function triggerText({ changes, recommended }: Trigger, { knowledge, names }: VerifyView): string {
  const parts = changes.map(({ question: id, to, ...rest }) => {
    const question = knowledge.questions.get(id);
    const text =
      question === undefined
        ? [to].flat().join(', ')
        : changedAnswerText({ question: id, ...rest, to: [to] }, question);
    return withAnswer(names.questionTitle(id), text);
  });
  const picks =
    recommended.length === 0 ? NO_PICK : listed(recommended.map(names.alternative), 'and');
  const verb = parts.length === 1 ? 'has' : 'have';
  return `${listed(parts, 'and')} ${verb} come true; the record expected ${picks} then`;
}
