import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { tablesFor } from '../../src/engine/table/tables.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';

const NOTHING = { answers: new Map(), pins: new Map(), decisions: [] };

test('a table looks at no question that has nothing to do with it, however many there are', () => {
  const others = Array.from({ length: 500 }, (_, index) => ({
    id: `other-${index}`,
    choices: { low: {}, high: { elsewhere: 1 } },
  }));
  const spec: KnowledgeSpec = {
    qualities: { ease: 1, elsewhere: 1 },
    questions: [{ id: 'load', choices: { low: {}, high: { ease: 2 } } }, ...others],
    patterns: [
      { id: 'plain', rates: { ease: [2] }, avoidWhen: ['other-7: high'] },
      { id: 'grid', rates: { ease: [-1] }, useWhen: ['other-3: low & other-4: high'] },
    ],
    decisions: [{ id: 'cache', alternatives: ['plain', 'grid'], driving: ['ease'] }],
  };
  const { knowledge, looked } = counting(knowledgeOf(spec));
  const { decisions, questions } = tablesFor(knowledge);
  const [table] = decisions[0]?.tables() ?? [];
  const ids = table?.questions.map(({ slot }) => questions[slot]?.id);
  expect(ids).toEqual(['load', 'other-3', 'other-4', 'other-7']);
  expect(looked()).toBe(4);
});

/** The same knowledge, counting how often a question is looked up. */
function counting(knowledge: KnowledgeBase) {
  let looks = 0;
  const questions = new Map(knowledge.questions);
  const get = questions.get.bind(questions);
  questions.get = (id) => {
    looks += 1;
    return get(id);
  };
  return { knowledge: { ...knowledge, questions }, looked: () => looks };
}

describe('decisions that each depend on the two before them', () => {
  /** How often it is asked when one of them applies, while all of them are advised on with nothing answered. */
  function asked(count: number): number {
    const knowledge = knowledgeOf(ladder(count));
    const entries = tablesFor(knowledge).decisions;
    let reads = 0;
    for (const entry of entries) {
      const { appliesWhen } = entry;
      Object.defineProperty(entry, 'appliesWhen', {
        get: () => {
          reads += 1;
          return appliesWhen;
        },
      });
    }
    const { decisions } = advise(knowledge, NOTHING);
    expect(decisions.at(-1)?.applies).toBe('undecided');
    return reads;
  }

  test('do not double the work with each of them', () => {
    expect(asked(22) / asked(11)).toBeLessThan(10);
  });

  test('are advised on, even where there are many', () => {
    const { decisions } = advise(knowledgeOf(ladder(60)), NOTHING);
    expect(decisions.map(({ applies }) => applies)).toEqual([
      'yes',
      ...Array.from({ length: 59 }, () => 'undecided'),
    ]);
  });

  /** Two questions settle all of them, and two ways lead from each to those before it. */
  function ladder(count: number): KnowledgeSpec {
    const numbers = [...Array(count).keys()];
    const names = ['yes', 'no'] as const;
    return {
      qualities: { ease: 0 },
      questions: [0, 1].map((each) => ({ id: `q-${each}`, choices: { yes: {}, no: {} } })),
      patterns: numbers.flatMap((number) =>
        names.map((name) => ({ id: `${name}-${number}`, useWhen: [`q-${number % 2}: ${name}`] })),
      ),
      decisions: numbers.map((number) => ({
        id: `d-${number}`,
        alternatives: names.map((name) => `${name}-${number}`),
        driving: ['ease'],
        appliesWhen: [1, 2]
          .filter((back) => back <= number)
          .map((back) => `d-${number - back}: yes-${number - back}`),
      })),
    };
  }
});

describe('conflicts that have nothing to do with each other', () => {
  const numbers = [...Array(14).keys()];
  const spec: KnowledgeSpec = {
    qualities: { ease: 1 },
    questions: [{ id: 'load', choices: { low: {}, high: {} } }],
    patterns: numbers.flatMap((number) => [
      { id: `best-${number}`, rates: { ease: [2] } },
      { id: `fair-${number}`, rates: { ease: [1] } },
      { id: `poor-${number}`, rates: { ease: [-1] } },
    ]),
    decisions: numbers.map((number) => ({
      id: `d-${number}`,
      alternatives: ['best', 'fair', 'poor'].map((name) => `${name}-${number}`),
      driving: ['ease'],
    })),
    combinations: numbers
      .filter((number) => number % 2 === 0)
      .map((number) => ({
        when: `d-${number}: best-${number} & d-${number + 1}: best-${number + 1}`,
      })),
  };

  test('are removed part by part, so that there may be many', () => {
    const { conflicts, decisions } = advise(knowledgeOf(spec), NOTHING);
    expect(conflicts).toEqual([]);
    const changed = decisions.filter(({ joint }) => joint !== undefined);
    expect(changed.map(({ id, recommended, joint }) => [id, recommended, joint?.loses])).toEqual(
      [0, 2, 4, 6, 8, 10, 12].map((number) => [`d-${number}`, [`fair-${number}`], 1]),
    );
  });

  test('are removed where others cannot be', () => {
    const pins = new Map([
      ['d-0', ['best-0']],
      ['d-1', ['best-1']],
    ]);
    const { conflicts, irreparable, decisions } = advise(knowledgeOf(spec), { ...NOTHING, pins });
    expect([conflicts.length, irreparable]).toEqual([1, true]);
    expect(decisions.filter(({ joint }) => joint !== undefined)).toHaveLength(6);
  });

  test('stay, which is said, where there are too many sets of picks to try', () => {
    const ids = [...'abcdefgh'];
    const values = [...'1234567'];
    const knowledge = knowledgeOf({
      qualities: { ease: 1 },
      questions: [],
      patterns: ids.flatMap((id) =>
        values.map((value) => ({ id: `${id}${value}`, rates: { ease: [value === '1' ? 2 : 1] } })),
      ),
      decisions: ids.map((id) => ({
        ...{ id, driving: ['ease'] },
        alternatives: values.map((value) => `${id}${value}`),
      })),
      // One value fewer than there are decisions: two have to share one.
      combinations: ids.flatMap((one, index) =>
        ids.slice(index + 1).flatMap((other) =>
          values.map((value) => ({
            when: `${one}: ${one}${value} & ${other}: ${other}${value}`,
          })),
        ),
      ),
    });
    const { decisions, conflicts, irreparable, jointGivenUp } = advise(knowledge, NOTHING);
    expect([conflicts.length, irreparable, jointGivenUp]).toEqual([28, undefined, true]);
    expect(decisions.filter(({ joint }) => joint !== undefined)).toEqual([]);
  });
});
