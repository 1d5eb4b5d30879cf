import { knownAnswers, questionsLeft } from '../common/answers.ts';
import { situationOf, truthIn } from '../engine/advice/situation.ts';
import type { Interview } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Prospect } from '../model/outlook.ts';
import type { Question } from '../model/question.ts';

type Asking = Pick<Interview, 'topic' | 'sheet' | 'asked' | 'outlook'>;

/**
 * The question that comes next; undefined if none is left (docs/model.md, "The next question"). First those that open
 * an interview; then the most informative one, or one of the same group that is nearly as informative. What presupposes answers
 * that were not given comes after all others.
 */
export function nextQuestion(knowledge: KnowledgeBase, asking: Asking): string | undefined {
  const left = questionsLeft(asking);
  if (asking.topic.order === 'file') return inFileOrder(left, knowledge)[0];
  const isTimely = timelinessIn(knowledge, asking);
  const timely = left.filter(isTimely);
  if (timely.length === 0) return left[0];
  return openingAmong(timely, knowledge) ?? onTopic(timely, knowledge, asking);
}

/** Whether what a question presupposes was answered. */
function timelinessIn(knowledge: KnowledgeBase, { sheet }: Asking): (question: string) => boolean {
  const situation = situationOf(knowledge, { answers: knownAnswers(sheet), pins: sheet.pins });
  return (question) => {
    const { askedWhen } = knowledge.questions.get(question) ?? {};
    return askedWhen?.some((condition) => truthIn(condition, situation) === 'always') ?? true;
  };
}

function openingAmong(questions: readonly string[], knowledge: KnowledgeBase): string | undefined {
  const placeOf = (id: string) => knowledge.questions.get(id)?.opening;
  const [first] = questions
    .filter((id) => placeOf(id) !== undefined)
    .sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
  return first;
}

/** As a part of the most informative question: from here on the group of the last answer is kept. */
const NEARLY_AS_TELLING = 0.6;

function onTopic(
  questions: readonly string[],
  knowledge: KnowledgeBase,
  { asked, sheet, outlook }: Asking,
): string | undefined {
  const last = asked.at(-1) ?? [...sheet.answers.keys()].at(-1);
  const groupOf = (id: string | undefined) => knowledge.questions.get(id ?? '')?.group;
  const [best] = questions;
  const [alike] = questions.filter((id) => groupOf(id) === groupOf(last));
  const gains = new Map(outlook.questions.map(({ question, gain }: Prospect) => [question, gain]));
  const gainOf = (id: string | undefined) => gains.get(id ?? '') ?? 0;
  return gainOf(alike) >= NEARLY_AS_TELLING * gainOf(best) ? (alike ?? best) : best;
}

/** Questions in the order of their groups, and then of their document. */
export function inFileOrder(questions: readonly string[], knowledge: KnowledgeBase): string[] {
  if (questions.length === 0) return [];
  const groups = new Map(knowledge.groups.map(({ id }, place) => [id, place]));
  const placeOf = ({ group }: Question) => groups.get(group) ?? -1;
  const wanted = new Set(questions);
  return [...knowledge.questions.values()]
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ id }) => id);
}
