import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedOutcome } from '../../src/records/outcome.ts';
import { markdownText, paragraph } from '../../src/report/markdown/markdown.ts';
import { hostileTexts } from '../support/record-arbitraries.ts';
import { numRuns } from '../support/runs.ts';

const OUTCOME = 'Chosen option: "Event-driven calls"';
const record = (sentence: string) =>
  `# T\n\n## Decision Outcome\n\n${sentence}\n\n### Consequences\n\n- Good\n`;

describe('the outcome is as it was written', () => {
  test.each([
    ['as it is', `${OUTCOME}, because it leads.`],
    ['wrapped anew', 'Chosen option:\n"Event-driven\ncalls", because\nit leads.'],
    ['with other emphasis', 'Chosen option: **"Event-driven calls"**, because'],
    ['with escapes', 'Chosen option\\: "Event\\-driven calls", because'],
    ['in a list', `- Decided by Ana.\n- ${OUTCOME}`],
    ['below something else', `Decided by Ana.\n\n${OUTCOME}.`],
    ['with more spaces', `  Chosen  option:   "Event-driven calls",   because`],
  ])('%s', (_, sentence) => {
    expect(changedOutcome(record(sentence), OUTCOME)).toBeUndefined();
    expect(changedOutcome(record(sentence).replaceAll('\n', '\r\n'), OUTCOME)).toBeUndefined();
  });

  test('in the form of Nygard', () => {
    expect(changedOutcome(`## Decision\n\n${OUTCOME}.\n`, OUTCOME)).toBeUndefined();
  });

  test('whatever the names of the picks', () => {
    const names = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), hostileTexts);
    fc.assert(
      fc.property(names, (name) => {
        const outcome = `Chosen option: "${name}"`;
        const text = record(markdownText([paragraph(`${outcome}, because it leads.`)]));
        expect(changedOutcome(text, outcome)).toBeUndefined();
      }),
      { numRuns },
    );
  });
});

describe('the outcome was changed', () => {
  test.each([
    ['another pick', 'Chosen option: "Synchronous calls", because it leads.'],
    ['one more pick', `${OUTCOME} and "Synchronous calls", because both lead.`],
    ['two more picks', `${OUTCOME}, "REST" and "Synchronous calls", because all lead.`],
    ['an alternative to it', `${OUTCOME} or "Synchronous calls"`],
    ['another sentence', 'We agreed on events.'],
  ])('%s', (_, sentence) => {
    expect(changedOutcome(record(sentence), OUTCOME)).toEqual({ line: 5, found: sentence });
  });

  test('a long sentence is cut between two words, and says so', () => {
    const sentence = 'Chosen option: "NoSQL", because '.padEnd(500, 'it is so ');
    const { found = '' } = changedOutcome(record(sentence), OUTCOME) ?? {};
    expect(found).toMatch(/^Chosen option: "NoSQL", because .*\b(it|is|so) …$/);
    expect(found.length).toBeLessThanOrEqual(122);
  });

  test('there is nothing in its place', () => {
    expect(changedOutcome(record(''), OUTCOME)).toEqual({ line: 3 });
    expect(changedOutcome('## Decision', OUTCOME)).toEqual({ line: 1 });
  });

  test('there is no such section: the line of the title is named', () => {
    expect(changedOutcome(`\n# T\n\n${OUTCOME}\n`, OUTCOME)).toEqual({ line: 2 });
    expect(changedOutcome('', OUTCOME)).toEqual({ line: 1 });
  });

  test('it stands in another section only', () => {
    const text = `# T\n\n## Decision Outcome\n\nOpen.\n\n## Notes\n\n${OUTCOME}\n`;
    expect(changedOutcome(text, OUTCOME)).toEqual({ line: 5, found: 'Open.' });
  });
});
