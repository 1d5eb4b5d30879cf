import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { randomFrom } from '../support/engine-random-answers.ts';
import { interviewsText, unsettledIn } from './interviews-text.ts';
import { drawingFrom, drawn } from './random-sheets.ts';
import { type Person, type TopicStudy, topicStudy } from './topic-study.ts';

/**
 * Interviews people who know every answer, and counts the questions: in the order of the advisor, of the document and
 * at random, all with the same ending; and how few answers would have done. A number after the command is how many
 * people are interviewed; it fails if an interview ended before all was settled.
 */
const COUNT = Number(process.argv[2] ?? 300);
const SEED = 1;
/** For `--quick`, in thousandths. */
const SHARES = [600, 700, 800, 850, 900, 920, 950, 990];

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('The built-in knowledge is unreadable');
const studies = studiesOf(knowledge);
process.stdout.write(`${interviewsText(studies, knowledge)}\n`);
process.exitCode = unsettledIn(studies) === 0 ? 0 : 1;

/** All decisions at once, then each by itself. */
function studiesOf(knowledge: KnowledgeBase): TopicStudy[] {
  const plan = { people: peopleFor(knowledge), shares: SHARES };
  return [undefined, ...knowledge.decisions.keys()].map((decision) => {
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
