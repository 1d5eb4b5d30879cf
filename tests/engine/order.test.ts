import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Advice, DecisionAdvice } from '../../src/model/advice.ts';
import type { Answer } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, cases, pinnedCases } from '../support/engine-arbitraries.ts';
import type { DecisionSpec, KnowledgeSpec } from '../support/engine-builders.ts';
import { adviceIn, adviceOn } from '../support/engine-runs.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';
import { folderWith } from '../support/temporary-folder.ts';

const dice = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 });

test('the order of qualities, questions, patterns and decisions changes nothing but order', () => {
  fc.assert(
    fc.property(cases, dice, (each, numbers) => {
      expect(adviceOn(reordered(each, numbers)).map(unordered).toSorted()).toEqual(
        adviceIn(each).map(unordered).toSorted(),
      );
    }),
    { numRuns },
  );
});

function reordered({ spec, ...rest }: Case, numbers: readonly number[]): Case {
  const { qualities, questions, patterns, decisions } = spec;
  const shuffled = {
    ...spec,
    qualities: Object.fromEntries(shuffle(Object.entries(qualities), numbers)),
    questions: shuffle(questions, numbers),
    patterns: shuffle(patterns, numbers),
    decisions: parentsFirst(shuffle(decisions, numbers)),
  };
  return { ...rest, spec: shuffled };
}

function shuffle<T>(items: readonly T[], numbers: readonly number[]): T[] {
  const keyed = items.map((item, index) => ({ item, key: numbers[index] ?? 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A knowledge base has what a decision depends on before it. */
function parentsFirst(decisions: readonly DecisionSpec[]): DecisionSpec[] {
  const placed: DecisionSpec[] = [];
  let left = decisions;
  while (left.length > 0) {
    const waiting = left.map(({ id }) => `${id}: `);
    const isFree = ({ appliesWhen = [] }: DecisionSpec) =>
      !waiting.some((subject) => appliesWhen.some((condition) => condition.includes(subject)));
    placed.push(...left.filter(isFree));
    left = left.filter((decision) => !isFree(decision));
  }
  return placed;
}

/** The same text for values that differ in the order of lists and fields alone. */
function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}:${unordered(field)}`);
  return `{${fields.toSorted().join()}}`;
}

test('doubling all weights and all evidence doubles all scores, and changes no pick', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const twice = { ...each, spec: doubled(each.spec) };
      expect(adviceOn(twice).map((decision) => scored(decision, 1))).toEqual(
        adviceIn(each).map((decision) => scored(decision, 2)),
      );
    }),
    { numRuns },
  );
});

/** What is said of the pick, and all scores so many times. */
function scored({ ranking, givesUp: _, ...advice }: DecisionAdvice, times: number) {
  return {
    ...advice,
    ranking: ranking.map(({ score, contributions, ...ranked }) => ({
      ...ranked,
      score: times * score,
      points: contributions.reduce((sum, { points }) => sum + times * points, 0),
    })),
  };
}

/** Evidence is doubled by saying it twice. */
function doubled({ qualities, questions, patterns, ...rest }: KnowledgeSpec): KnowledgeSpec {
  return {
    ...rest,
    qualities: twice(qualities),
    questions: questions.map(({ choices, ...question }) => ({
      ...question,
      choices: Object.fromEntries(
        Object.entries(choices).map(([id, weights]) => [id, twice(weights)]),
      ),
    })),
    patterns: patterns.map(({ useWhen = [], avoidWhen = [], ...pattern }) => ({
      ...pattern,
      useWhen: [...useWhen, ...useWhen],
      avoidWhen: [...avoidWhen, ...avoidWhen],
    })),
  };
}

function twice(weights: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, 2 * weight]));
}

describe('the knowledge that comes with the program', () => {
  const manyDice = fc.array(fc.nat(1_000), { minLength: 80, maxLength: 80 });
  const HOME = fileURLToPath(new URL('../../knowledge/', import.meta.url));

  let before: KnowledgeBase;
  let profiles: readonly string[];

  beforeAll(async () => {
    before = await builtInKnowledge();
    profiles = [...before.profiles.keys()].slice(0, Math.ceil(numRuns / 40));
  });

  test('advises alike on each profile when files, sections and questions stand in another order', async () => {
    const [numbers = []] = fc.sample(manyDice, 1);
    const after = await loaded(await folderWith(await shuffledFiles(HOME, numbers)));
    expect([...after.questions.keys()]).not.toEqual([...before.questions.keys()]);
    expect([...after.patterns.keys()]).not.toEqual([...before.patterns.keys()]);
    expect(after.profiles.size).toBe(12);
    for (const id of profiles) {
      expect([id, ...plainAdvice(after, id)]).toEqual([id, ...plainAdvice(before, id)]);
    }
  });

  test('advises alike on each profile when all weights and all evidence are doubled', async () => {
    const after = doubledKnowledge(before);
    for (const id of profiles) {
      const picks = (knowledge: KnowledgeBase, times: number) =>
        adviceOnProfile(knowledge, id).decisions.map((decision) => scored(decision, times));
      expect([id, picks(after, 1)]).toEqual([id, picks(before, 2)]);
    }
  });
});

async function loaded(folder: string): Promise<KnowledgeBase> {
  const { knowledge } = await loadKnowledge({ knowledge: [folder], add: [] });
  if (knowledge === undefined) throw new Error('the knowledge cannot be read');
  return knowledge;
}

/** Documents under other names, so that they are read in another order, with their sections and the questions shuffled. */
async function shuffledFiles(
  home: string,
  numbers: readonly number[],
): Promise<Record<string, string>> {
  const names = await readdir(home, { recursive: true });
  const files: Record<string, string> = {};
  const documents = shuffle(
    names.filter((name) => name.endsWith('.md')),
    numbers,
  );
  for (const name of names.filter((each) => each.endsWith('.yaml'))) {
    const text = await readFile(join(home, name), 'utf8');
    files[name] = name === 'questions.yaml' ? shuffledQuestions(text, numbers) : text;
  }
  for (const [index, name] of documents.entries()) {
    const text = await readFile(join(home, name), 'utf8');
    files[`patterns/${String(index).padStart(3, '0')}.md`] = shuffledSections(text, numbers);
  }
  return files;
}

/** The footnotes at the end go with the last section. */
function shuffledSections(text: string, numbers: readonly number[]): string {
  const [head = '', ...sections] = text.split(/^(?=## )/m);
  return [head, ...shuffle(sections, numbers).map((section) => `${section.trimEnd()}\n\n`)].join(
    '',
  );
}

function shuffledQuestions(text: string, numbers: readonly number[]): string {
  const [start, end] = [
    text.indexOf('\nquestions:\n'),
    text.search(/\n(?:renamed|contradictions):\n/),
  ];
  const [head = '', ...questions] = `${text.slice(start, end)}\n`.split(/^(?= {2}- id: )/m);
  return [text.slice(0, start), head, ...shuffle(questions, numbers), text.slice(end)].join('');
}

function adviceOnProfile(knowledge: KnowledgeBase, id: string): Advice {
  const { place, text = '' } = knowledge.profiles.get(id) ?? {};
  const sheet = parseAnswerSheet({ file: place?.file ?? id, text }, knowledge);
  const given = [...sheet.answers].flatMap(([question, answer]): [string, Answer][] =>
    answer === null ? [] : [[question, answer]],
  );
  return advise(knowledge, { answers: new Map(given), pins: sheet.pins, decisions: [] });
}

/** All that does not depend on where something stands; what has an order of its own, as sets. */
function plainAdvice(knowledge: KnowledgeBase, profile: string): unknown[] {
  const { decisions, conflicts, unanswered, contradictions, notCovered } = adviceOnProfile(
    knowledge,
    profile,
  );
  const picks = decisions.map(
    ({ dependsOn, appliesDependsOn, ranking, givesUp, joint, ...rest }) => ({
      ...rest,
      joint: joint && unordered(withoutPlaces(joint)),
      dependsOn: dependsOn.toSorted(),
      appliesDependsOn: appliesDependsOn?.toSorted(),
      ranking: ranking.map((each) => unordered(withoutPlaces(each))),
      givesUp: unordered(withoutPlaces(givesUp)),
    }),
  );
  const others = { conflicts, unanswered, contradictions, notCovered };
  return [...picks, unordered(withoutPlaces(others))];
}

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, field) => (['file', 'line'].includes(key) ? undefined : field)),
  );
}

/** Evidence is doubled by saying it twice. */
function doubledKnowledge(knowledge: KnowledgeBase): KnowledgeBase {
  const qualities = [...knowledge.qualities].map(
    ([id, quality]) => [id, { ...quality, weight: 2 * quality.weight }] as const,
  );
  const questions = [...knowledge.questions].map(([id, question]) => {
    const choices = question.choices.map((choice) => ({
      ...choice,
      weights: new Map([...choice.weights].map(([quality, weight]) => [quality, 2 * weight])),
    }));
    return [id, { ...question, choices }] as const;
  });
  const patterns = [...knowledge.patterns].map(([id, pattern]) => {
    const weighing = pattern.evidence.filter(({ kind }) => kind !== 'ruled-out-when');
    return [id, { ...pattern, evidence: [...pattern.evidence, ...weighing] }] as const;
  });
  return {
    ...knowledge,
    qualities: new Map(qualities),
    questions: new Map(questions),
    patterns: new Map(patterns),
  };
}
