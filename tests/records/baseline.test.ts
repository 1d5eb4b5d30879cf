import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerifiedRecord } from '../../src/model/verification.ts';
import {
  baselineText,
  findingKey,
  findingsIn,
  readBaseline,
  withBaseline,
} from '../../src/records/baseline.ts';
import { isFinding } from '../../src/records/failures.ts';
import { numRuns } from '../support/runs.ts';
import { verdict, verifiedRecord } from '../support/verified-record.ts';

const texts = fc.string({ unit: 'grapheme' });
const outcomes = fc.constantFrom(
  ...(['unchanged', 'certainty-changed', 'pick-changed', 'not-decidable', 'edited'] as const),
);
const records: fc.Arbitrary<VerifiedRecord> = fc
  .record({
    name: texts,
    outcome: outcomes,
    picks: fc.array(texts),
    found: texts,
    isEdited: fc.boolean(),
  })
  .map(({ name, outcome, picks, found, isEdited }) =>
    verifiedRecord({
      ...{ file: `docs/${name}.md`, outcome, after: verdict(...picks) },
      causes: isEdited ? [{ kind: 'text', expected: 'SQL', found }] : [],
    }),
  );

const known = verifiedRecord();

function marked(record: VerifiedRecord, baseline = findingsIn([known])) {
  const { records: found, gone } = withBaseline([record], baseline);
  return { isKnown: found[0]?.known === true, gone: gone.length };
}

test('a baseline that was just written makes every finding known, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(records), (all) => {
      const baseline = readBaseline(baselineText(all), 'known.json');
      const { records: found, gone } = withBaseline(all, baseline);
      expect(gone).toEqual([]);
      expect(found.map((each) => each.known === true)).toEqual(all.map(isFinding));
    }),
    { numRuns },
  );
});

test('a baseline holds no invisible characters', () => {
  const record = verifiedRecord({ file: 'a\u001b[31m\u202e.md' });
  expect(baselineText([record])).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});

describe('a known finding', () => {
  test('stays known in another line, below another path and under another title', () => {
    const moved = verifiedRecord({ line: 90, file: '../0001-storage.md', title: 'Other' });
    expect(marked(moved)).toEqual({ isKnown: true, gone: 0 });
    expect(findingKey(moved)).toBe(findingKey(known));
  });

  test.each([
    ['another pick', { after: verdict('vault') }],
    ['another outcome', { outcome: 'edited' as const }],
    ['another file', { file: 'docs/adr/0002-storage.md' }],
    ['another text', { causes: [{ kind: 'text' as const, expected: 'x', found: 'y' }] }],
  ])('is new, and the entry is gone, if it has %s', (_, more) => {
    expect(marked(verifiedRecord(more))).toEqual({ isKnown: false, gone: 1 });
  });

  test('is gone if the record is unchanged', () => {
    expect(marked(verifiedRecord({ outcome: 'unchanged' }))).toEqual({ isKnown: false, gone: 1 });
  });

  test('with several picks is the same in any order of them', () => {
    const [one, other] = [verdict('twin', 'alarm'), verdict('alarm', 'twin')];
    const baseline = findingsIn([verifiedRecord({ after: one })]);
    expect(marked(verifiedRecord({ after: other }), baseline).isKnown).toBe(true);
  });
});

describe('what is not a baseline is refused with the place of the fault', () => {
  const finding = { file: 'a.md', outcome: 'edited' };

  test.each([
    ['', 'known.json` is not a baseline of arch-advisor$'],
    ['[]', 'known.json` is not a baseline of arch-advisor$'],
    [JSON.stringify({ version: 2, findings: [] }), ': version$'],
    [JSON.stringify({ version: 1 }), ': findings$'],
    [
      JSON.stringify({ version: 1, findings: [{ ...finding, outcome: 'fine' }] }),
      ': findings.0.outcome$',
    ],
    [
      JSON.stringify({ version: 1, findings: [finding, { ...finding, after: 'x' }] }),
      ': findings.1.after$',
    ],
    [JSON.stringify({ version: 1, findings: [{ ...finding, file: '' }] }), ': findings.0.file$'],
  ])('%s', (text, message) => {
    expect(() => readBaseline(text, 'known.json')).toThrow(new RegExp(message));
  });

  test('fields that a later version adds are no fault', () => {
    const text = JSON.stringify({ version: 1, by: 'x', findings: [{ ...finding, note: 'y' }] });
    expect(readBaseline(text, 'known.json')).toEqual([finding]);
  });
});
