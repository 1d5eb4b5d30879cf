import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { randomFrom } from '../support/engine-random-answers.ts';
import { drawingFrom, drawn } from '../support/random-sheets.ts';
import { built, KNOWLEDGE } from './built.ts';
import { interviewsText, meanQuestions, unsettledIn } from './interviews-text.ts';
import { publish } from './publish.ts';
import { type Person, type TopicStudy, topicStudy } from './topic-study.ts';

/**
 * Interviews people who know every answer, and counts the questions: in the order of the advisor, of the document and
 * at random, all with the same ending; and how few answers would have done. A number after the command is how many
 * people are interviewed about each decision; a tenth of them also in the other orders, and about all decisions at once. It fails if an
 * interview ended before all was settled, and with `--check` also if the mean for one decision misses its target. With
 * `--save` the tables also go into `docs/measurements.md`.
 */
const COUNT = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 300);
const SEED = 1;
/** For `--quick`, in thousandths. */
const SHARES = [600, 700, 800, 850, 900, 920, 950, 990];
/** The most questions until one decision is proved, in the mean. */
const TARGET = 9.6;

const { knowledge } = await built('knowledge/load').loadKnowledge({
  knowledge: [KNOWLEDGE],
  add: [],
});
if (knowledge === undefined) throw new Error('The knowledge cannot be read');
const [all, ...single] = studiesOf(knowledge);
if (all === undefined) throw new Error('Nothing was studied');
const isMet = meanQuestions(single) <= TARGET;
const verdict = `One decision: ${meanQuestions(single).toFixed(2)} questions in the mean, target ≤ ${TARGET}: ${isMet ? 'met' : 'missed'}`;
publish('interviews', `${interviewsText(all, single, knowledge)}\n\n${verdict}`);
const isFailed = unsettledIn([all, ...single]) > 0 || (process.argv.includes('--check') && !isMet);
process.exitCode = isFailed ? 1 : 0;

/** All decisions at once, then each by itself. */
function studiesOf(knowledge: KnowledgeBase): TopicStudy[] {
  const people = peopleFor(knowledge);
  const inOrder = Math.ceil(COUNT / 10);
  const few = people.slice(0, inOrder);
  return [undefined, ...knowledge.decisions.keys()].map((decision) => {
    const plan = { people: decision === undefined ? few : people, inOrder, shares: SHARES };
    const study = topicStudy(knowledge, plan, decision);
    process.stderr.write(`${decision ?? 'all decisions'}\n`);
    return study;
  });
}

function peopleFor(knowledge: KnowledgeBase): Person[] {
  const drawing = drawingFrom(knowledge, SEED);
  const random = randomFrom(SEED + 1);
  const questions = [...knowledge.questions.keys()];
  return Array.from({ length: COUNT }, () => ({
    answers: drawing.partial(1),
    randomOrder: drawn(questions, questions.length, random),
  }));
}
