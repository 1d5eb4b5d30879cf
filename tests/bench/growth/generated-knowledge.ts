import { stringify } from 'yaml';
import { type Random, randomFrom } from '../../support/engine-random-answers.ts';
import { drawn } from '../../support/random-sheets.ts';
import {
  catalogueText,
  type GeneratedQuestion,
  type Reading,
  topicText,
} from './generated-patterns.ts';
import { ALTERNATIVES, patternNamed, QUALITIES, range, sentence } from './generated-words.ts';

/** How much knowledge is made: at least one question, and four patterns for each decision. */
export interface Size {
  readonly patterns: number;
  readonly decisions: number;
  readonly questions: number;
}

/** The files of a knowledge folder by their path, and an answer file for it. */
export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  /** Some four questions of five are answered. */
  readonly answers: string;
}

/** A decision reads at most twelve questions: those that its conditions name, and one for each quality that drives it. */
const [NAMED, DRIVING] = [8, 4];

/**
 * Makes up a knowledge folder in the documented grammar; the same one for the same seed. What is made of a number stays
 * the same in larger knowledge, but for the questions that a decision reads, which spread over all there are.
 */
export function generatedKnowledge(size: Size, seed: number): Generated {
  const { patterns, decisions, questions } = size;
  const inDecisions = ALTERNATIVES * decisions;
  if (patterns < inDecisions || questions < 1) throw new Error('There are too few patterns');
  const all = range(questions).map((index) => questionOf(index, randomOf(seed, 'question', index)));
  const readings = range(decisions).map((index) => readingOf(index, all));
  const topics = readings.map((reading, index) => ({
    path: `patterns/topic-${index + 1}.md`,
    text: topicText(index, reading, randomOf(seed, 'topic', index)),
  }));
  const sheets = range(Math.ceil((patterns - inDecisions) / IN_A_DOCUMENT)).map((index) => {
    const first = inDecisions + index * IN_A_DOCUMENT;
    const numbers = range(Math.min(IN_A_DOCUMENT, patterns - first)).map((each) => first + each);
    const reading = readingOf(index, all);
    const text = catalogueText(numbers, reading, randomOf(seed, 'catalogue', index));
    return { path: `patterns/catalogue-${index + 1}.md`, text };
  });
  return {
    files: new Map([
      ['qualities.yaml', stringify({ qualities: QUALITIES })],
      ['questions.yaml', stringify(questionnaire(all))],
      ['decisions.yaml', stringify(decisionList(readings, seed))],
      ...[...topics, ...sheets].map(({ path, text }) => [path, text] as const),
    ]),
    answers: stringify({ answers: answersTo(all, seed) }),
  };
}

const IN_A_DOCUMENT = 8;

const GROUPS = ['scale', 'data', 'people', 'money', 'time', 'rules'].map((id) => ({
  id,
  name: `About ${id}`,
}));

/** The first questions raise a quality each. */
function questionOf(index: number, random: Random): GeneratedQuestion {
  const kind = index % 6;
  const raised = QUALITIES[index]?.id;
  const choices = range(3 + (index % 3)).map((choice) => ({
    id: `choice-${choice + 1}`,
    label: sentence(3, random),
    ...(kind === 1 && bandOf(choice, 3 + (index % 3))),
    weights: raised !== undefined && choice > 0 ? { [raised]: choice } : {},
  }));
  return {
    id: `question-${index + 1}`,
    ...{ group: GROUPS[index % GROUPS.length]?.id, ask: `${sentence(9, random)}?` },
    ...{ help: `${sentence(14, random)}.`, effort: 1 + (index % 3) },
    several: kind === 4,
    ...(kind === 1 && { unit: 'requests per second' }),
    choices,
  };
}

function bandOf(choice: number, count: number) {
  const start = choice === 0 ? 0 : 10 ** choice;
  return { from: start, ...(choice < count - 1 && { to: 10 ** (choice + 1) }) };
}

function questionnaire(questions: readonly GeneratedQuestion[]) {
  const contradictions = questions.flatMap((one, index) => {
    const other = questions[index + 1];
    if (index % 12 !== 6 || other === undefined) return [];
    const when = `${one.id}: choice-1 & ${other.id}: choice-2`;
    return [{ when, because: 'one of them keeps the other away', instead: 'look again at both' }];
  });
  return { groups: GROUPS, questions, contradictions };
}

/** The fifth of five decisions belongs below the fourth and reads what that reads, so that both together read twelve. */
function readingOf(decision: number, questions: readonly GeneratedQuestion[]): Reading {
  const topic = decision % 5 === 4 ? decision - 1 : decision;
  return {
    questions: range(Math.min(NAMED, questions.length)).flatMap(
      (each) => questions[(topic * NAMED + each) % questions.length] ?? [],
    ),
    driving: range(DRIVING).flatMap(
      (each) => QUALITIES[(topic * 5 + each * 7) % QUALITIES.length] ?? [],
    ),
  };
}

function decisionList(readings: readonly Reading[], seed: number) {
  const decisions = readings.map((reading, index) =>
    decisionOf(index, reading, randomOf(seed, 'decision', index)),
  );
  const combinations = decisions.flatMap(({ id, alternatives }, index) => {
    const other = decisions[index + 3];
    if (index % 10 !== 0 || other === undefined) return [];
    const never = `${id}: ${alternatives[1]?.id} & ${other.id}: ${other.alternatives[2]?.id}`;
    return [{ never, because: 'the second undoes what the first is for' }];
  });
  return { version: '1.0.0', decisions, combinations };
}

function decisionOf(index: number, { questions, driving }: Reading, random: Random) {
  return {
    id: `decision-${index + 1}`,
    title: `Decision ${index + 1}`,
    ...(index % 5 === 4 && { below: `decision-${index}` }),
    ask: `${sentence(8, random)}?`,
    ...(index % 10 === 7 && { several: true }),
    driving: driving.map(({ id }) => id),
    'applies-when': appliesWhen(index, questions),
    alternatives: range(ALTERNATIVES).map((each) => patternNamed(ALTERNATIVES * index + each)),
  };
}

/** Of five decisions one applies under a pick of the one before it, and one under answers. */
function appliesWhen(index: number, questions: readonly GeneratedQuestion[]): string[] {
  if (index % 5 === 4) {
    const [first, second] = [0, 1].map((each) => patternNamed(ALTERNATIVES * (index - 1) + each));
    return [`decision-${index}: ${first?.id} | ${second?.id}`];
  }
  const [question] = questions;
  return index % 5 === 2 && question ? [`${question.id}: choice-1 | choice-2`] : [];
}

function answersTo(questions: readonly GeneratedQuestion[], seed: number) {
  const answered = questions.flatMap(({ id, several, choices }, index) => {
    const random = randomOf(seed, 'answer', index);
    if (random() >= 0.8) return [];
    const ids = choices.map((choice) => choice.id);
    const picked = drawn(ids, several ? 2 : 1, random);
    return [[id, several ? picked : picked[0]] as const];
  });
  return Object.fromEntries(answered);
}

/** Random numbers that depend on nothing but the seed and on what they are for. */
function randomOf(seed: number, kind: string, index: number): Random {
  let state = seed;
  for (const character of `${kind} ${index}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return randomFrom(state);
}
