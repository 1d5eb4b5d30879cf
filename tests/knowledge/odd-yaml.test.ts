import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';

const knowledge = await smallKnowledge();

/** The sentence with which a text is refused as a file of answers; undefined where it is read. */
function refusalOf(text: string): string | undefined {
  try {
    parseAnswerSheet({ file: 'a.yaml', text }, knowledge);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

describe('what plain data would lose of YAML is refused at its place, never lost', () => {
  test.each([
    ['an ordered map', 'answers: !!omap [loss: some]', 'a.yaml:1:17: `!!omap`'],
    ['pairs', 'answers: !!pairs [loss: some]', 'a.yaml:1:'],
    ['a set', 'answers: !!set {loss}', 'a.yaml:1:16: `!!set`'],
    ['bytes', 'answers:\n  loss: !!binary c29tZQ==', 'a.yaml:2:18: `!!binary`'],
    ['an ordered map of YAML 1.1', '%YAML 1.1\n---\nanswers: !!omap [loss: some]', 'a.yaml:3:17: '],
    ['a date of YAML 1.1', '%YAML 1.1\n---\nsystem: 2001-01-01\nanswers: {}', 'a.yaml:3:9: '],
    ['a name of JavaScript', 'answers: { __proto__: { loss: some } }', 'a.yaml:1:12: `__proto__`'],
    ['the same with a bell', 'answers: {"__proto\\x07__": {loss: some}}', 'a.yaml:1:11: '],
    ['a known id with a bell', 'answers: {"lo\\x07ss": some}', 'a.yaml:1:11: The key `lo\\u{7}ss`'],
    ['the same twice, once with it', 'answers: {"lo\\x07ss": some, loss: none}', 'a.yaml:1:11: '],
    [
      'a known id with a joiner',
      'answers: {"lo\\u200dss": some}',
      'a.yaml:1:11: The key `lo\\u{200d}ss`',
    ],
    ['a key twice', 'answers: { loss: some, loss: some }', 'a.yaml:1:24: '],
    ['a key twice in JSON', '{"answers": {"loss": "some", "loss": "none"}}', 'a.yaml:1:30: '],
    [
      'a list as key',
      'answers: { ? [loss] : some }',
      'a.yaml:1:14: Invalid YAML: a key is not text',
    ],
    ['a field nobody knows', 'answers: {}\nanswer: {}', 'a.yaml:2:1: Unknown key `answer`'],
    [
      'a second document',
      'answers: {}\n---\nanswers: {}',
      'a.yaml:2:1: Invalid YAML: a second document',
    ],
    [
      'a second document behind dots',
      'answers: {}\n...\nsystem: x',
      'a.yaml:3:1: Invalid YAML: a second',
    ],
    ['other knowledge', 'knowledge: { a: b }\nanswers: {}', 'a.yaml:1:'],
  ])('%s', (_what, text, message) => {
    expect(refusalOf(text)).toMatch(new RegExp(`^${message.replace(/[\\{}$.]/g, '\\$&')}`));
  });

  test('emoji and words of scripts that need joiners are texts like any other', () => {
    const text = 'system: "می\u200cخواهم 👩\u200d👩\u200d👧 ❤\ufe0f"\nanswers: {}';
    const { system } = parseAnswerSheet({ file: 'a.yaml', text }, knowledge);
    expect(system).toBe('می\u200cخواهم 👩\u200d👩\u200d👧 ❤\ufe0f');
  });
});

describe('what never ends is refused in our words', () => {
  test.each([
    [
      'an anchor in itself',
      'answers: &a\n  loss: *a',
      'a.yaml:2:9: `*a` refers to a value that contains it',
    ],
    [
      'an anchor deep in itself',
      'notes: &a { x: [{ y: [*a] }] }\nanswers: {}',
      'a.yaml:1:23: `*a` refers',
    ],
    [
      'two anchors in each other',
      'answers: &a { b: &b { c: [*a, *b] } }',
      'a.yaml:1:27: `*a` refers',
    ],
    ['brackets that comments hide', `answers: ${'[ # ]\n '.repeat(3_000)}`, 'nested too deeply'],
  ])('%s', (_what, text, message) => {
    expect(refusalOf(text)).toContain(message);
  });

  test('an anchor of the same name within is another one', () => {
    expect(refusalOf('answers: &a { loss: &a some, traffic: low }\nsystem: *a')).toBeUndefined();
  });
});

describe('no message is long, whatever it is about', () => {
  test.each([
    [
      'thousands of ids',
      `answers:\n${Array.from({ length: 3_000 }, (_, n) => `  k${n}: a\n`).join('')}`,
    ],
    ['a choice of megabytes', `answers:\n  loss: ${'x'.repeat(3_000_000)}`],
    ['a field of megabytes', `? ${'x'.repeat(3_000_000)}\n: 1`],
    ['an alias of megabytes', `answers: *${'x'.repeat(3_000_000)}`],
    ['a thousand unknown choices', `answers:\n  contents: [${Array(1_000).fill('x'.repeat(200))}]`],
  ])('%s', (_what, text) => {
    const message = refusalOf(text) ?? '';
    expect(message).toMatch(/^a\.yaml:|^\d+ unknown ids: /);
    expect(message.length).toBeLessThan(4_100);
  });

  test('the number of the ids that are not named is', () => {
    const ids = Array.from({ length: 30 }, (_, n) => `k${n}: a`);
    expect(refusalOf(`answers: { ${ids.join(', ')} }`)).toMatch(
      /^30 unknown ids: question `k0` .* question `k23` \(a\.yaml:1:\d+\) and 6 more$/,
    );
  });
});
