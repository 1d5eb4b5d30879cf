import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { built } from './built.ts';
import { type Hindsight, hindsightOf } from './hindsight.ts';
import { endOf, type QuickPoint, quickPoint } from './quick-curve.ts';
import { standingsOf } from './standings.ts';
import { type Asking, statesOf, type Walk, walkAlong, walkIn } from './walks.ts';

/** Somebody with an answer to every question, and an order of the questions at random. */
export interface Person {
  readonly answers: Answers;
  readonly randomOrder: readonly string[];
}

/** Interviews about one decision or about all, person by person. */
export interface TopicStudy {
  /** The decision; undefined for all of them. */
  readonly decision?: string;
  readonly adaptive: readonly Walk[];
  readonly file: readonly Walk[];
  readonly random: readonly Walk[];
  readonly hindsight: readonly Hindsight[];
  readonly quick: readonly QuickPoint[];
}

export interface Plan {
  readonly people: readonly Person[];
  /** For `--quick`, in thousandths. */
  readonly shares: readonly number[];
}

/** So many are interviewed once more, to see that what is counted is what happens. */
const CHECKED = 3;

/** Holds the interviews; throws where what is counted cannot be. */
export function topicStudy(
  knowledge: KnowledgeBase,
  { people, shares }: Plan,
  decision?: string,
): TopicStudy {
  const decisions = decision === undefined ? [] : [decision];
  const standings = standingsOf(knowledge, decision);
  const fewest = hindsightOf(knowledge, decision);
  const fileOrder = inFileOrder(knowledge);
  const askings = people.map(({ answers }): Asking => ({ knowledge, decisions, answers }));
  const interviews = askings.map((asking) => statesOf(asking, { order: 'adaptive' }));
  const adaptive = interviews.map((states) => walkIn(states, knowledge));
  const file = askings.map((asking) => walkAlong(fileOrder, asking, standings));
  const hindsight = people.map(({ answers }) => fewest(answers));
  askings.slice(0, CHECKED).forEach((asking, index) => {
    const inFile = walkIn(statesOf(asking, { order: 'file' }), knowledge);
    same('questions in the order of the document', file[index]?.questions, inFile.questions);
    for (const quick of shares) {
      const states = statesOf(asking, { order: 'adaptive', quick });
      const counted = endOf(interviews[index] ?? [], quick);
      same(`questions of a quick interview at ${quick}`, counted, states.length - 1);
    }
  });
  adaptive.forEach(({ questions }, index) => {
    const { size, isProved } = hindsight[index] ?? { size: 0, isProved: true };
    if (isProved && questions < size) throw new Error(`${questions} questions, ${size} needed`);
  });
  return {
    ...(decision !== undefined && { decision }),
    adaptive,
    file,
    random: askings.map((asking, index) =>
      walkAlong(people[index]?.randomOrder ?? [], asking, standings),
    ),
    hindsight,
    quick: shares.map((share) => quickPoint(interviews, share)),
  };
}

function inFileOrder(knowledge: KnowledgeBase): string[] {
  return built('interview/file-order').inFileOrder([...knowledge.questions.keys()], knowledge);
}

function same(of: string, counted: unknown, found: unknown): void {
  if (counted !== found) throw new Error(`${of}: counted ${counted}, but ${found} were asked`);
}
