import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json, jsonLine } from '../../src/report/json.ts';
import { COMMANDING } from '../support/cli-failure.ts';

test('a printed value reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('no character that commands a terminal is printed, and none is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const printed = json({ text });
      expect(printed).not.toMatch(COMMANDING);
      expect(JSON.parse(printed)).toEqual({ text });
    }),
  );
});

test.each(['001b', '007f', '009b', '2028', '202e', '2066', '200f', '061c'])(
  'U+%s is escaped',
  (code) => {
    expect(json(String.fromCharCode(Number.parseInt(code, 16)))).toBe(`"\\u${code}"\n`);
  },
);

test('reasons are words', () => {
  const because = ['base', { question: 'teams', choice: 'one' }, { question: 'loss' }];
  const words = ['base', 'teams=one', 'loss'];
  expect(JSON.parse(json({ because, text: 'because' }))).toEqual({
    because: words,
    text: 'because',
  });
  expect(JSON.parse(jsonLine([{ because }]))).toEqual([{ because: words }]);
  expect(JSON.parse(json({ because: 'one sentence' }))).toEqual({ because: 'one sentence' });
  const conflict = { condition: 'cache: none', because: 'one sentence' };
  expect(JSON.parse(json({ because: [conflict] }))).toEqual({ because: [conflict] });
});

test('a value is indented by two and ends with its line', () => {
  expect(json({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});
