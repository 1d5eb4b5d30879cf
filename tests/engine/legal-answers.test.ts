import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Aspects,
  countLegal,
  isLegal,
  legalAnswers,
  legalClasses,
} from '../../src/engine/table/legal-answers.ts';
import { maskOf } from '../../src/engine/table/masks.ts';
import { type Slot, slotOf } from '../../src/engine/table/slots.ts';
import type { Question } from '../../src/model/question.ts';
import { questionOf } from '../support/engine-builders.ts';
import { legalSets } from '../support/engine-legal-sets.ts';
import { numRuns } from '../support/runs.ts';

/** A question, the same as a slot, and what tells its answers apart. */
interface Asked {
  readonly question: Question;
  readonly slot: Slot;
  readonly aspects: Aspects;
}

interface Size {
  /** The most choices, besides none of them. */
  readonly choices: number;
  /** The highest limit that is drawn. */
  readonly limit: number;
  readonly isLimited?: boolean;
}

function asked({ choices: most, limit: highest, isLimited = false }: Size): fc.Arbitrary<Asked> {
  const choice = fc.record({
    points: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 2, maxLength: 2 }),
    isExclusive: fc.nat(3).map((die) => die === 0),
    /** A choice before it that it excludes. */
    opposite: fc.option(fc.nat(5), { freq: 2 }),
    isNamed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  });
  const limit = fc.integer({ min: 1, max: highest });
  const raw = fc.record({
    several: isLimited ? fc.constant(true) : fc.boolean(),
    limit: isLimited ? limit : fc.option(limit, { freq: 2 }),
    choices: fc.array(choice, { minLength: 1, maxLength: most }),
    isWeighing: fc.boolean(),
    masks: fc.nat(3),
  });
  return raw.map(({ several, limit: drawn, choices, isWeighing, masks }) => {
    const idsWhere = (isMeant: (each: (typeof choices)[number]) => boolean) =>
      choices.flatMap((each, index) => (isMeant(each) ? [`c${index}`] : []));
    const question = questionOf({
      id: 'q',
      several,
      choices: Object.fromEntries(choices.map((_, index) => [`c${index}`, {}])),
      exclusive: idsWhere(({ isExclusive }) => isExclusive),
      opposites: choices.flatMap(({ opposite }, index): [string, string][] =>
        opposite === null || opposite >= index ? [] : [[`c${opposite}`, `c${index}`]],
      ),
      ...(drawn !== null && { limit: drawn }),
    });
    const slot = slotOf(question, 0);
    const named = [0, 1, 2].map((list) =>
      maskOf(
        idsWhere(({ isNamed }) => isNamed[list] === true),
        slot.choices,
      ),
    );
    const added = slot.choices.map((_, index) =>
      isWeighing ? (choices[index]?.points ?? [0, 0]) : [],
    );
    return { question, slot, aspects: { added, masks: named.slice(0, masks) } };
  });
}

const smallQuestions = asked({ choices: 6, limit: 6 });

/** With up to 28 choices, of which only a few may be picked together. */
const largeQuestions = asked({ choices: 28, limit: 4, isLimited: true });

/** What tells a legal set from others: what it adds, and which masks share a choice with it. */
function lookOf(said: readonly string[], { slot, aspects }: Asked): string {
  const width = aspects.added[0]?.length ?? 0;
  const sums = Array.from({ length: width }, (_, place) =>
    said.reduce((sum, id) => sum + (aspects.added[slot.choices.indexOf(id)]?.[place] ?? 0), 0),
  );
  const mask = maskOf(said, slot.choices);
  return JSON.stringify([sums, aspects.masks.map((each) => (each & mask) !== 0)]);
}

function byLook(each: Asked, answers: readonly (readonly [readonly string[], number])[]) {
  const counts = new Map<string, number>();
  for (const [said, count] of answers) {
    const look = lookOf(said, each);
    counts.set(look, (counts.get(look) ?? 0) + count);
  }
  return counts;
}

function namesIn(mask: number, { slot }: Asked): string[] {
  return slot.choices.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
}

test('legal answers are all legal sets, each once; no other set is legal', () => {
  fc.assert(
    fc.property(smallQuestions, (each) => {
      const { slot, question } = each;
      const expected = legalSets(question).map((said) => maskOf(said, slot.choices));
      const found = legalAnswers(slot);
      expect(found.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
      const all = Array.from({ length: 2 ** slot.choices.length }, (_, mask) => mask);
      expect(all.filter((mask) => isLegal(mask, slot))).toEqual(found.toSorted((a, b) => a - b));
    }),
    { numRuns },
  );
});

test('legal answers start with those that stand alone, in their order', () => {
  fc.assert(
    fc.property(smallQuestions, ({ slot, question }) => {
      const alone = question.choices.filter(({ exclusive }) => exclusive || !question.several);
      const masks = alone.map(({ id }) => maskOf([id], slot.choices));
      expect(legalAnswers(slot).slice(0, alone.length)).toEqual(masks);
    }),
    { numRuns },
  );
});

test('as many legal answers are counted as are listed', () => {
  fc.assert(
    fc.property(fc.oneof(smallQuestions, largeQuestions), ({ slot }) => {
      expect(countLegal(slot)).toBe(legalAnswers(slot).length);
    }),
    { numRuns },
  );
});

test('classes stand for as many legal answers as look like them, and each names one of these', () => {
  fc.assert(
    fc.property(smallQuestions, (each) => {
      const classes = legalClasses(each.slot, each.aspects);
      const found = classes.map(({ mask, weight }) => [namesIn(mask, each), weight] as const);
      const expected = legalSets(each.question).map((said) => [said, 1] as const);
      expect(byLook(each, found)).toEqual(byLook(each, expected));
      expect(classes).toHaveLength(byLook(each, expected).size);
      for (const { mask } of classes) expect(isLegal(mask, each.slot)).toBe(true);
    }),
    { numRuns },
  );
});

test('the weights of the classes sum to the number of legal answers, however many there are', () => {
  fc.assert(
    fc.property(largeQuestions, (each) => {
      const classes = legalClasses(each.slot, each.aspects);
      expect(classes.reduce((sum, { weight }) => sum + weight, 0)).toBe(countLegal(each.slot));
      for (const { mask } of classes) expect(isLegal(mask, each.slot)).toBe(true);
    }),
    { numRuns },
  );
});

test('a question with 130 legal answers that all differ has 130 classes', () => {
  const choices = Object.fromEntries('abcdefghi'.split('').map((id) => [id, {}]));
  const slot = slotOf(questionOf({ id: 'q', several: true, limit: 3, choices }), 0);
  const classes = legalClasses(slot, { added: [], masks: slot.choices.map((_, at) => 1 << at) });
  expect(countLegal(slot)).toBe(9 + 36 + 84 + 1);
  expect(classes.map(({ weight }) => weight)).toEqual(new Array(130).fill(1));
});

describe('of places, where one region excludes two others', () => {
  const question = questionOf({
    id: 'geo',
    several: true,
    choices: { region: {}, reads: {}, writes: {}, residency: { cost: 2 } },
    opposites: [
      ['region', 'reads'],
      ['writes', 'region'],
    ],
  });
  const slot = slotOf(question, 0);
  const isLegalSet = (...ids: readonly string[]) => isLegal(maskOf(ids, slot.choices), slot);

  test('natural pairs are legal, true opposites are not', () => {
    expect(isLegalSet('region', 'residency')).toBe(true);
    expect(isLegalSet('reads', 'writes', 'residency')).toBe(true);
    expect(isLegalSet('region', 'reads')).toBe(false);
    expect(isLegalSet('region', 'writes', 'residency')).toBe(false);
    expect(isLegalSet('region', 'none')).toBe(false);
  });

  test('there are ten legal answers', () => {
    expect(countLegal(slot)).toBe(10);
    expect(legalAnswers(slot)).toHaveLength(10);
  });

  test('a set is not merged with one that a later choice may not join', () => {
    const added = question.choices.map(({ weights }) => [weights.get('cost') ?? 0]);
    const classes = legalClasses(slot, { added, masks: [] });
    expect(classes.map(({ weight }) => weight).toSorted()).toEqual([5, 5]);
  });
});

describe('of data kinds, up to two of three, or none', () => {
  const question = questionOf({
    id: 'data',
    several: true,
    limit: 2,
    choices: { relational: { consistency: 2 }, documents: {}, graph: {}, unstructured: {} },
    exclusive: ['unstructured'],
  });
  const slot = slotOf(question, 0);
  const added = question.choices.map(({ weights }) => [weights.get('consistency') ?? 0]);

  test('there are eight legal answers', () => {
    expect(legalSets(question).map((said) => said.join('+'))).toEqual([
      'unstructured',
      'none',
      'graph',
      'documents',
      'documents+graph',
      'relational',
      'relational+graph',
      'relational+documents',
    ]);
    expect(countLegal(slot)).toBe(8);
  });

  test('three hold relational data, so that consistency is worth more', () => {
    const classes = legalClasses(slot, { added, masks: [] });
    expect(classes.map(({ weight }) => weight).toSorted()).toEqual([3, 5]);
  });

  test('with no limit they are nine', () => {
    const { limit: _, ...free } = question;
    const classes = legalClasses(slotOf(free, 0), { added: [], masks: [] });
    expect(classes.map(({ weight }) => weight)).toEqual([9]);
  });
});
