import { knownAnswers, questionsLeft } from '../../src/common/answers.ts';
import { isMain } from '../../src/common/main-decisions.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { answersOf } from '../panel/advised.ts';
import { countedHalf, measuringHalf } from '../panel/frequencies.ts';
import { readSet } from '../panel/panel-set.ts';
import { percent, rowText } from '../support/figures.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { built, KNOWLEDGE } from './built.ts';
import { hindsightOf } from './hindsight.ts';

/**
 * Interviews about all main decisions as `ask` holds them, with two kinds of people: the systems of the panel by which no
 * answer was counted, of whom many do not know an answer, and people who answer everything at random. It prints how many
 * questions they are asked, and how many picks are those of the complete interview. A number after the command is how many
 * random people there are; behind it, the name of a set of the panel takes its systems instead.
 */
const [first = '40', set] = process.argv.slice(2);
const RANDOM = Number(first);
const SEED = 17;
/** Answers after which the picks are compared, too. */
const FEW = 12;
/** Ends of an interview, in thousandths of the picks that are expected to stay. */
const ENDS = [800, 840, 870, 900, 920, 930, 940, 950, 960];

const { knowledge } = await built('knowledge/load').loadKnowledge({
  knowledge: [KNOWLEDGE],
  add: [],
});
if (knowledge === undefined) throw new Error('The knowledge cannot be read');
const decisions = [...knowledge.decisions.values()].filter(isMain).map(({ id }) => id);
const { startInterview, answered } = built('interview/interview');
const { advise } = built('engine/advice/advise');

const systems = await systemsOf(set);
const sheets = systems.map((system) => answersOf(system, knowledge));
const drawing = drawingFrom(knowledge, SEED);
const anybody = Array.from({ length: RANDOM }, () => drawing.partial(1));
process.stdout.write(
  `# Systems of the panel (${sheets.length})\n\n${studyText(sheets, knowledge)}\n`,
);
if (RANDOM > 0) {
  const floors = anybody.map(hindsightOf(knowledge, decisions)).map(({ size }) => size);
  const study = studyText(anybody, knowledge);
  process.stdout.write(`\n# People who answer at random (${RANDOM})\n\n${study}\n`);
  process.stdout.write(`\nFewest answers that prove all picks, in hindsight: ${mean(floors)}\n`);
}

/** The half by which no answer was counted; `counted` names the other one. */
async function systemsOf(name: string | undefined) {
  if (name === undefined) return measuringHalf(await readSet({}));
  return name === 'counted' ? countedHalf(await readSet({})) : readSet({ set: name });
}

interface Held {
  readonly states: readonly Interview[];
  /** What all answers lead to. */
  readonly whole: readonly string[];
}

function studyText(people: readonly Answers[], knowledge: KnowledgeBase): string {
  const held = people.map((answers): Held => {
    process.stderr.write('.');
    return { states: heldWith(answers, knowledge), whole: picksUnder(answers, knowledge) };
  });
  const row = (name: string, stateOf: (states: readonly Interview[]) => Interview | undefined) => {
    const ends = held.map(({ states, whole }) => ({ end: stateOf(states) ?? states[0], whole }));
    const asked = ends.map(({ end }) => end?.asked.length ?? 0);
    const unknown = ends.map(({ end }) =>
      end ? end.asked.length - knownAnswers(end.sheet).size : 0,
    );
    const same = ends.flatMap(({ end, whole }) => {
      const picks = picksUnder(end ? knownAnswers(end.sheet) : new Map(), knowledge);
      return whole.filter((pick, index) => pick === picks[index]);
    });
    const all = held.length * decisions.length;
    return rowText([name, mean(asked), mean(unknown), percent(same.length, all)], [28, 12, 12]);
  };
  return [
    rowText(['until', 'questions', 'not known', 'picks as in the end'], [28, 12, 12]),
    ...ENDS.map((end) => row(`${end / 10} % expected to stay`, (states) => endOf(states, end))),
    row('complete', (states) => states.at(-1)),
    row(
      `${FEW} answers`,
      (states) => states.find((each) => knownAnswers(each.sheet).size >= FEW) ?? states.at(-1),
    ),
    row(
      `${FEW} questions`,
      (states) => states.find((each) => each.asked.length >= FEW) ?? states.at(-1),
    ),
  ].join('\n');
}

/** The states of a complete interview; that of `ask` is the beginning of it. */
function heldWith(answers: Answers, knowledge: KnowledgeBase): Interview[] {
  const topic: Topic = { decisions, order: 'adaptive' };
  const sheet = { answers: new Map(), pins: new Map(), notes: new Map() };
  let interview = startInterview(knowledge, { topic, sheet });
  const states = [interview];
  while (interview.at.kind === 'question' && questionsLeft(interview).length > 0) {
    interview = answered(knowledge, interview, answers.get(interview.at.question) ?? null);
    states.push(interview);
  }
  return states;
}

/** As the interview itself would end. */
function endOf(states: readonly Interview[], enough: number): Interview | undefined {
  const { endingOf } = built('interview/interview');
  const isOver = (each: Interview) =>
    endingOf(each.outlook, { ...each.topic, enough }, questionsLeft(each));
  return states.find((each) => isOver(each) !== undefined) ?? states.at(-1);
}

/** What each decision comes to: what is recommended, or that it does not apply as the picks stand. */
function picksUnder(answers: Answers, knowledge: KnowledgeBase): string[] {
  return advise(knowledge, { answers, pins: new Map(), decisions }).decisions.map(
    ({ applies, appliesAsPicked, joint, recommended }) =>
      applies === 'yes' || appliesAsPicked || joint
        ? recommended.toSorted().join()
        : 'does not apply',
  );
}

function mean(values: readonly number[]): string {
  const sum = values.reduce((total, each) => total + each, 0);
  return (sum / values.length).toFixed(1);
}
