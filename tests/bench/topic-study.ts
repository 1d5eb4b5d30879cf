import type { Answers } from '../../src/model/answers.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { built } from './built.ts';
import { type Hindsight, hindsightOf } from './hindsight.ts';
import { endOf, type QuickPoint, quickPoint } from './quick-curve.ts';
import { standingsOf } from './standings.ts';
import { interviewsOn, type Walk, walkAlong, walkIn } from './walks.ts';

/** Somebody with an answer to every question, and an order of the questions at random. */
export interface Person {
  readonly answers: Answers;
  readonly randomOrder: readonly string[];
}

/** Interviews about one decision or about all, person by person. */
export interface TopicStudy {
  /** The decision; absent for all of them. */
  readonly decision?: string;
  readonly adaptive: readonly Walk[];
  readonly file: readonly Walk[];
  readonly random: readonly Walk[];
  readonly hindsight: readonly Hindsight[];
  readonly quick: readonly QuickPoint[];
}

export interface Plan {
  readonly people: readonly Person[];
  /** So many of them are also asked in orders that do not adapt, which takes much longer. */
  readonly inOrder: number;
  /** For `--quick`, in thousandths. */
  readonly shares: readonly number[];
}

/** Holds the interviews; throws where what is counted cannot be. */
export function topicStudy(
  knowledge: KnowledgeBase,
  { people, inOrder, shares }: Plan,
  decision?: string,
): TopicStudy {
  const decisions = decision === undefined ? [] : [decision];
  const along = { knowledge, standings: standingsOf(knowledge, decisions) };
  const fileOrder = built('interview/next-question').inFileOrder(
    [...knowledge.questions.keys()],
    knowledge,
  );
  const statesOf = interviewsOn({ knowledge, decisions, order: 'adaptive' });
  const some = people.slice(0, inOrder);
  const interviews = people.map(({ answers }) => statesOf(answers));
  const study = {
    ...(decision !== undefined && { decision }),
    adaptive: interviews.map((states) => walkIn(states)),
    file: some.map(({ answers }) => walkAlong(fileOrder, answers, along)),
    random: some.map(({ answers, randomOrder }) => walkAlong(randomOrder, answers, along)),
    hindsight: people.map(({ answers }) => answers).map(hindsightOf(knowledge, decisions)),
    quick: shares.map((share) => quickPoint(interviews, share)),
  };
  holdAgainstInterviews(study, { knowledge, decisions, people: some, shares, interviews });
  return study;
}

/** So many are interviewed once more about one decision, to see that what is counted is what happens. */
const CHECKED = 3;

interface Held extends Omit<Plan, 'inOrder'> {
  readonly knowledge: KnowledgeBase;
  readonly decisions: readonly string[];
  readonly interviews: readonly (readonly Interview[])[];
}

function holdAgainstInterviews({ adaptive, file, hindsight }: TopicStudy, held: Held): void {
  const { knowledge, decisions, people, shares, interviews } = held;
  const quick = shares[Math.trunc(shares.length / 2)] ?? 0;
  const inFileOrder = interviewsOn({ knowledge, decisions, order: 'file' });
  const quickly = interviewsOn({ knowledge, decisions, order: 'adaptive', quick });
  people.slice(0, decisions.length === 0 ? 0 : CHECKED).forEach(({ answers }, index) => {
    const { questions } = walkIn(inFileOrder(answers));
    same('questions in the order of the document', file[index]?.questions, questions);
    const counted = endOf(interviews[index] ?? [], quick);
    same(`questions of a quick interview at ${quick}`, counted, quickly(answers).length - 1);
  });
  adaptive.forEach(({ questions }, index) => {
    const { size, isProved } = hindsight[index] ?? { size: 0, isProved: true };
    if (isProved && questions < size) throw new Error(`${questions} questions, ${size} needed`);
  });
}

function same(of: string, counted: unknown, found: unknown): void {
  if (counted !== found) throw new Error(`${of}: counted ${counted}, but ${found} were asked`);
}
