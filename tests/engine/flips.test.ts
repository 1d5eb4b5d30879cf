import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NONE } from '../../src/common/answers.ts';
import { pickerOf } from '../../src/engine/advice/verdicts.ts';
import { flips, nearestFlip } from '../../src/engine/flip/flips.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { AnswerChange, Flips, Picked } from '../../src/model/flips.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { alwaysApplying } from '../support/always-applying.ts';
import {
  answeredCases,
  type Case,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { outcomeIn } from '../support/engine-brute-force.ts';
import {
  answersOf,
  conditionOf,
  type KnowledgeSpec,
  knowledgeOf,
  pinsOf,
  placeAt,
} from '../support/engine-builders.ts';
import { bruteFlips, type PlainFlip } from '../support/engine-flips.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

function flipsOf(knowledge: KnowledgeBase, request: Parameters<typeof flips>[1]): Flips {
  const search = flips(knowledge, request);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** Found by the engine, in the words of the brute force and without their order. */
function plainly({ flips: found }: Flips, wordOf: (pick: Picked) => string): PlainFlip[] {
  return inOneOrder(found.map(({ changes, pick }) => ({ changes, outcome: wordOf(pick) })));
}

function inOneOrder(found: readonly PlainFlip[]): PlainFlip[] {
  const keyed = found.map((each) => ({ each, key: JSON.stringify(each.changes) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ each }) => each);
}

function sizeOf([first]: readonly PlainFlip[]): number | undefined {
  return first?.changes.length;
}

function wordOf({ recommended }: Picked): string {
  return recommended.toSorted().join(' ');
}

function choicesIn(answers: Answers): Map<string, readonly string[]> {
  return new Map([...answers].map(([id, { choices }]) => [id, choices]));
}

test('with everything answered, the flips are those of trying every set of changes on the bare formulas', () => {
  fc.assert(
    fc.property(answeredCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      for (const decision of knowledge.decisions.values()) {
        const outcomeOf = (given: Answers) =>
          outcomeIn({ knowledge, answers: choicesIn(given), pins }, decision);
        const now = outcomeOf(answers);
        const expected = bruteFlips({
          ...{ knowledge, answers, outcomeOf },
          isWished: (outcome) => outcome !== now,
        });
        const found = flipsOf(knowledge, { decision: decision.id, answers, pins });
        expect(wordOf(found.pick)).toBe(now);
        expect([found.size, found.total]).toEqual([sizeOf(expected), expected.length]);
        expect(plainly(found, wordOf)).toEqual(inOneOrder(expected));
      }
    }),
    { numRuns },
  );
});

const allFound = oncePerCase((each: Case): ReadonlyMap<string, Flips> => {
  const knowledge = knowledgeIn(each);
  const ids = [...knowledge.decisions.keys()];
  return new Map(
    ids.map((decision) => [decision, flipsOf(knowledge, { decision, ...situationIn(each) })]),
  );
});

/** The flips of a decision, searched for once. */
function foundIn(each: Case, decision: string): Flips {
  const found = allFound(each).get(decision);
  if (found === undefined) throw new Error(`unknown decision ${decision}`);
  return found;
}

/** The pick of a decision after each set of answers that was asked about. */
function adviser(conditional: KnowledgeBase, { pins }: ReturnType<typeof situationIn>) {
  const knowledge = alwaysApplying(conditional);
  const known = new Map<string, string>();
  return (answers: Answers, decision: string) => {
    const key = JSON.stringify([decision, ...[...choicesIn(answers)].toSorted()]);
    const word = known.get(key) ?? wordOfStatus(pickerOf(knowledge, decision, pins)(answers));
    known.set(key, word);
    return word;
  };
}

const TIED = ' (tied)';

/** An alternative that is tied is not picked, so a tie is told apart. */
function wordOfStatus({ status, recommended }: Picked): string {
  if (status === 'infeasible') return status;
  return `${recommended.toSorted().join(' ')}${status === 'tied' ? TIED : ''}`;
}

test('with open questions and pins, flips at all and to an alternative are those of asking for the pick on every set', () => {
  fc.assert(
    fc.property(pinnedCases, fc.nat(100), (each, die) => {
      const knowledge = knowledgeIn(each);
      const situation = situationIn(each);
      const { answers } = situation;
      const wordFor = adviser(knowledge, situation);
      for (const { id, alternatives } of knowledge.decisions.values()) {
        const outcomeOf = (given: Answers) => wordFor(given, id);
        const to = alternatives[die % alternatives.length]?.id ?? '';
        const now = outcomeOf(answers);
        const others = bruteFlips({
          ...{ knowledge, answers, outcomeOf },
          isWished: (outcome) => outcome.replace(TIED, '') !== now.replace(TIED, ''),
        });
        expectSame(foundIn(each, id), others);
        const isPicked = (outcome: string) =>
          !outcome.endsWith(TIED) && outcome.split(' ').includes(to);
        if (isPicked(now)) continue;
        const found = flipsOf(knowledge, { decision: id, to, ...situation });
        expect(found.to).toBe(to);
        expectSame(found, bruteFlips({ knowledge, answers, outcomeOf, isWished: isPicked }));
      }
    }),
    { numRuns },
  );
});

function expectSame(found: Flips, expected: readonly PlainFlip[]): void {
  expect([found.size, found.total]).toEqual([sizeOf(expected), expected.length]);
  expect(plainly(found, wordOfStatus)).toEqual(inOneOrder(expected));
}

test('flips that contradict nothing new come first, then those that answer only what is open, then the nearest', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const knowledge = knowledgeIn(each);
      for (const decision of knowledge.decisions.keys()) {
        const costs = foundIn(each, decision).flips.map(({ changes, contradicts = [] }) => [
          Math.sign(contradicts.length),
          ...costOf(changes, knowledge),
        ]);
        expect(costs).toEqual(costs.toSorted((a, b) => compare(a, b)));
      }
    }),
    { numRuns },
  );
});

test('the nearest flip is the first of those that change one answer which was given', () => {
  const found: boolean[] = [];
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const knowledge = knowledgeIn(each);
      for (const decision of knowledge.decisions.keys()) {
        const nearest = nearestFlip(knowledge, { decision, ...situationIn(each) });
        const ofOne = foundIn(each, decision).flips.filter(({ changes }) => changes.length === 1);
        expect(nearest).toEqual(ofOne.find(({ changes: [only] }) => only?.from !== undefined));
        found.push(nearest !== undefined);
      }
    }),
    { numRuns },
  );
  expect(new Set(found).size).toBe(2);
});

function compare(a: readonly number[], b: readonly number[]): number {
  const [first = 0, ...rest] = a.map((each, index) => each - (b[index] ?? 0));
  return [first, ...rest].find((difference) => difference !== 0) ?? 0;
}

/** Given answers that change, levels moved (the last member that goes counts twice), then the places of the questions. */
function costOf(changes: readonly AnswerChange[], { questions }: KnowledgeBase): number[] {
  const order = [...questions.keys()];
  const moved = changes.map(({ question, from, to }) => {
    const asked = questions.get(question);
    const ids = asked?.choices.map(({ id }) => id) ?? [];
    const [before, after] = [from ?? to, to].map((said) => [said].flat());
    if (!asked?.several)
      return Math.abs(ids.indexOf(before?.[0] ?? '') - ids.indexOf(after?.[0] ?? ''));
    return stepsBetween(before ?? [], after ?? []);
  });
  return [
    changes.filter(({ from }) => from !== undefined).length,
    moved.reduce((sum, levels) => sum + levels, 0),
    ...changes.map(({ question }) => order.indexOf(question)),
  ];
}

const SWAP = 2;

function stepsBetween(before: readonly string[], after: readonly string[]): number {
  const isEmptied = after.join() === NONE && before.join() !== NONE;
  const members = (set: readonly string[], other: readonly string[]) =>
    set.filter((id) => id !== NONE && !other.includes(id)).length;
  return isEmptied ? SWAP : members(before, after) + members(after, before);
}

test('the random cases reach flips of every size, and none', () => {
  const sizes: number[] = [];
  fc.assert(
    fc.property(pinnedCases, (each) => {
      for (const { id } of each.spec.decisions) sizes.push(foundIn(each, id).size ?? 0);
    }),
    { numRuns },
  );
  for (const size of [0, 1, 2, 3]) {
    const count = sizes.filter((each) => each === size).length;
    expect([size, count]).toEqual([size, expect.toSatisfy((number) => number >= numRuns / 200)]);
  }
});

test('one given answer that moves far comes before two that move a little', () => {
  const knowledge = knowledgeOf({
    qualities: { speed: 0, ease: 9 },
    questions: [
      {
        id: 'load',
        choices: { low: {}, some: { speed: 2 }, more: { speed: 2 }, most: { speed: 6 } },
      },
      { id: 'team', choices: { small: {}, large: { speed: 8 } } },
      { id: 'rush', choices: { no: {}, yes: { speed: 6 } } },
    ],
    patterns: [
      { id: 'plain', rates: { ease: [1] } },
      { id: 'fast', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] }],
  });
  const answers = answersOf({ load: 'low', team: 'small' });
  expect(wordsOf(flipsOf(knowledge, { decision: 'engine', answers, pins: new Map() }))).toEqual([
    'team=large rush=yes',
    'load=most rush=yes',
    'load=some team=large',
    'load=more team=large',
    'load=most team=large',
  ]);
});

describe('of changes that are equally near', () => {
  const spec: KnowledgeSpec = {
    qualities: { speed: 0, ease: 3 },
    questions: ['load', 'team', 'wish'].map((id) => ({
      ...{ id, choices: { low: {}, high: { speed: 5 } } },
    })),
    patterns: [
      { id: 'plain', rates: { ease: [1] } },
      { id: 'fast', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] }],
  };
  const plainly = knowledgeOf(spec);
  const answers = answersOf({ load: 'low', team: 'low', wish: 'low' });

  test('those of wishes come before those of what can be changed with effort, and facts come last', () => {
    const knowledge: KnowledgeBase = {
      ...plainly,
      groups: [
        { id: 'load', name: 'Load' },
        { id: 'team', name: 'Team', changes: 'with-effort' },
        { id: 'wish', name: 'Wishes', changes: 'freely' },
      ],
      questions: new Map(
        [...plainly.questions].map(([id, question]) => [id, { ...question, group: id }]),
      ),
    };
    const found = flipsOf(knowledge, { decision: 'engine', answers, pins: new Map() });
    expect(wordsOf(found)).toEqual(['wish=high', 'team=high', 'load=high']);
  });

  test('those of the first question come first where no group says anything', () => {
    const found = flipsOf(plainly, { decision: 'engine', answers, pins: new Map() });
    expect(wordsOf(found)).toEqual(['load=high', 'team=high', 'wish=high']);
  });
});

test('one member more comes before giving up the only one, or swapping it', () => {
  const knowledge = knowledgeOf({
    qualities: { speed: 0, ease: 3 },
    questions: [
      {
        id: 'data',
        several: true,
        choices: { rows: { ease: 2 }, graphs: { speed: 9 }, none: { speed: 9 } },
      },
    ],
    patterns: [
      { id: 'plain', rates: { ease: [1] } },
      { id: 'fast', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] }],
  });
  const answers = answersOf({ data: ['rows'] });
  const found = flipsOf(knowledge, { decision: 'engine', answers, pins: new Map() });
  expect(wordsOf(found)).toEqual(['data=rows,graphs', 'data=none', 'data=graphs']);
});

function wordsOf({ flips: found }: Flips): string[] {
  return found.map(({ changes }) =>
    changes.map(({ question, to }) => `${question}=${to}`).join(' '),
  );
}

describe('a decision between two', () => {
  const spec: KnowledgeSpec = {
    qualities: { speed: 0, ease: 2 },
    questions: [
      {
        id: 'load',
        choices: { low: {}, some: { speed: 1 }, high: { speed: 3 }, huge: { speed: 5 } },
      },
      { id: 'team', choices: { small: { ease: 3 }, large: {} } },
      { id: 'colour', choices: { red: {}, green: {} } },
    ],
    patterns: [
      { id: 'plain', rates: { ease: [1] } },
      { id: 'fast', rates: { speed: [1] }, ruledOutWhen: ['team: small & load: low'] },
    ],
    decisions: [{ id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] }],
  };
  const knowledge = knowledgeOf(spec);
  const on = (answers: Record<string, string>, more: { to?: string; pin?: string } = {}) =>
    flipsOf(knowledge, {
      decision: 'engine',
      answers: answersOf(answers),
      pins: pinsOf(more.pin === undefined ? {} : { engine: [more.pin] }),
      ...(more.to !== undefined && { to: more.to }),
    });

  test('names the nearest level first', () => {
    const upwards = on({ load: 'low', team: 'large' });
    expect([upwards.size, wordsOf(upwards)]).toEqual([1, ['load=high', 'load=huge']]);
    const downwards = on({ load: 'huge', team: 'large' });
    expect(wordsOf(downwards)).toEqual(['team=small', 'load=some', 'load=low']);
  });

  test('never names a question that touches nothing, nor an answer that does the same', () => {
    expect(JSON.stringify(on({ load: 'high' }))).not.toContain('colour');
  });

  test('marks an answer to an open question by leaving out what it was', () => {
    expect(on({ load: 'huge' }).flips[0]?.changes).toEqual([{ question: 'team', to: 'small' }]);
  });

  test('of a pin only tells what rules it out', () => {
    const found = on({ load: 'high', team: 'small' }, { pin: 'fast' });
    expect(found.pick).toEqual({ status: 'settled', recommended: ['fast'] });
    expect(found.flips).toEqual([
      {
        changes: [{ question: 'load', from: 'high', to: 'low' }],
        pick: { status: 'infeasible', recommended: [] },
      },
    ]);
  });

  test('has no flip of a pin that no rule can rule out', () => {
    expect(on({ load: 'high' }, { pin: 'plain' })).toEqual({
      decision: 'engine',
      pick: { status: 'settled', recommended: ['plain'] },
      total: 0,
      flips: [],
      searchedUpTo: 3,
    });
  });

  test('puts answers that contradict others last, and names their questions', () => {
    const contradiction = {
      condition: conditionOf('load: high & team: large'),
      because: 'nobody could run it',
      instead: 'hire',
      place: placeAt(1),
    };
    const strict = { ...knowledge, contradictions: [contradiction] };
    const answers = answersOf({ load: 'low', team: 'large' });
    const found = flipsOf(strict, { decision: 'engine', answers, pins: new Map() });
    expect(wordsOf(found)).toEqual(['load=huge', 'load=high']);
    expect(found.flips.map(({ contradicts }) => contradicts)).toEqual([
      undefined,
      ['load', 'team'],
    ]);
  });

  test('says how many sets remain to be tried, without those that cannot change the pick', () => {
    const request = { decision: 'engine', answers: new Map(), pins: new Map() };
    const [first] = flips(knowledge, request);
    expect(first).toMatchObject({ done: 0, total: 2, subject: 'changes of one answer' });
  });
});

test('finds two changes that only together bring about a reason to use an alternative', () => {
  const knowledge = knowledgeOf({
    qualities: { ease: 1 },
    questions: [
      { id: 'q1', choices: { x: {}, n: {} } },
      { id: 'q2', choices: { y: {}, n: {} } },
    ],
    patterns: [
      { id: 'p', rates: { ease: [1] } },
      { id: 'r', useWhen: ['q1: x & q2: y'] },
    ],
    decisions: [{ id: 'way', alternatives: ['p', 'r'], driving: ['ease'] }],
  });
  const on = (answers: Record<string, string>) =>
    wordsOf(flipsOf(knowledge, { decision: 'way', answers: answersOf(answers), pins: new Map() }));
  expect(on({ q1: 'n', q2: 'n' })).toEqual(['q1=x q2=y']);
  expect(on({ q1: 'n', q2: 'y' })).toEqual(['q1=x']);
  expect(on({})).toEqual(['q1=x q2=y']);
});
