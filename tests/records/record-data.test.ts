import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { RecordedDecision } from '../../src/model/record.ts';
import { dataComment, dataIn } from '../../src/records/record-data.ts';
import { aRecord, records } from '../support/record-arbitraries.ts';
import { numRuns } from '../support/runs.ts';

const TEXT = '# Database: SQL\n\nChosen option: "SQL".\n';
const SAMPLE = dataComment(aRecord({ notes: { teams: 'Two of them' } }));

function problemIn(text: string): string | undefined {
  const data = dataIn(text);
  return data && 'problem' in data ? data.problem : undefined;
}

test('what a record carries is read again as it was written', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(dataIn(`${TEXT}${dataComment(record)}`)).toEqual({ record });
    }),
    { numRuns },
  );
});

test('a file with the line endings of Windows, a byte order mark or more text holds the same data', () => {
  fc.assert(
    fc.property(records, (record) => {
      const text = `\uFEFF${TEXT}${dataComment(record)}\nAppended by hand.\n`;
      expect(dataIn(text.replaceAll('\n', '\r\n'))).toEqual({ record });
      expect(dataIn(text.replaceAll('\n', '  \n'))).toEqual({ record });
    }),
    { numRuns },
  );
});

test('the data is one comment to a reader of Markdown, and nothing in it is invisible', () => {
  fc.assert(
    fc.property(records, (record) => {
      const comment = dataComment(record);
      const kinds = kindsIn(`- a list\n${comment}`);
      expect(kinds).toEqual(['root', 'list', 'listItem', 'paragraph', 'text', 'html']);
      expect(comment.slice(4, -4)).not.toMatch(/[<>]|(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
    }),
    { numRuns },
  );
});

function kindsIn(markdown: string): string[] {
  const visit = (node: Nodes): string[] => [
    node.type,
    ...('children' in node ? node.children.flatMap(visit) : []),
  ];
  return visit(unified().use(remarkParse).parse(markdown));
}

test('the same record gives the same text, and reads as what was written last', () => {
  const [first, second] = [aRecord({ system: 'One' }), aRecord({ system: 'Two' })];
  expect(dataComment(first)).toBe(dataComment({ ...first }));
  expect(dataIn(`${dataComment(first)}\n${dataComment(second)}`)).toEqual({ record: second });
});

describe('what is not what was written is found', () => {
  test('any other value', () => {
    const other = fc.constantFrom<unknown>(0, 1, -1, 'x', '', true, null, [], {});
    fc.assert(
      fc.property(records, fc.nat(), other, (record, die, value) => {
        const [before, json = '', after] = partsOf(dataComment(record));
        const leaves = pathsIn(JSON.parse(json));
        const path = leaves[die % leaves.length] ?? [];
        const changed = JSON.stringify(withValue(JSON.parse(json), path, value), null, 1);
        fc.pre(JSON.stringify(JSON.parse(changed)) !== JSON.stringify(JSON.parse(json)));
        const found = dataIn(`${before}${changed}${after}`);
        expect(found && 'problem' in found).toBe(true);
      }),
      { numRuns },
    );
  });

  test('but other spaces are not', () => {
    const [before, json = '', after] = partsOf(SAMPLE);
    const spaced = JSON.stringify(JSON.parse(json), null, 4);
    expect(dataIn(`${before}${spaced}${after}`)).toEqual(dataIn(SAMPLE));
  });

  test('a value that was added or removed', () => {
    const added = SAMPLE.replace('"pins": {}', '"pins": {"cache": "none"}');
    expect(problemIn(added)).toBe('its data does not match its checksum');
    const removed = SAMPLE.replace('"firm": true,', '');
    expect(problemIn(removed)).toBe('its data does not match its checksum');
    expect(problemIn(SAMPLE.replace(/,\s*"checksum": "\w+"/, ''))).toBe(
      'its data does not match its checksum',
    );
  });

  test('data that is not valid, with the place', () => {
    expect(problemIn(SAMPLE.replace('"status": "settled"', '"status": "sure"'))).toMatch(
      /^its data is not valid: `status` has a value that is not allowed$/,
    );
    expect(problemIn(SAMPLE.replace('"points": 5', '"points": 5.5'))).toMatch(
      /`alternatives\.0\.points\.0\.points` has a value/,
    );
  });

  test.each([
    ['a list', '[1]'],
    ['nothing', 'null'],
    ['text', '"record"'],
    ['half of it', SAMPLE.split('\n').slice(1, 9).join('\n')],
    ['lists without end', '['.repeat(50_000)],
  ])('data that is %s', (_, json) => {
    expect(problemIn(`<!-- arch-advisor record\n${json}\n-->\n`)).toBe('its data is not JSON');
  });

  test('a comment that does not end', () => {
    const problem = 'the comment with its data does not end with `-->`';
    expect(problemIn(SAMPLE.slice(0, 200))).toBe(problem);
    expect(problemIn(SAMPLE.slice(0, -4))).toBe(problem);
  });

  test('another comment is not data', () => {
    expect(dataIn(TEXT)).toBeUndefined();
    expect(dataIn('<!-- arch-advisor recorded this -->\n')).toBeUndefined();
    expect(dataIn('')).toBeUndefined();
  });
});

test('data of a newer version is said to be newer, whatever else it holds', () => {
  const newer = '<!-- arch-advisor record\n{"version": 2, "choice": 7}\n-->\n';
  expect(dataIn(newer)).toEqual({
    problem: 'its data has version 2, and this program reads up to 1',
    isNewer: true,
  });
});

test('names of properties that every object has are names like others', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', '1', '0'];
  const said = Object.fromEntries(names.map((name) => [name, name]));
  const record = aRecord({ answers: said, pins: said, notes: said });
  expect(dataIn(dataComment(record))).toEqual({ record });
});

test('`__proto__` in the data is not taken for a prototype', () => {
  const answers = JSON.parse('{"__proto__": {"polluted": "yes"}, "teams": "one"}');
  const found = dataIn(dataComment(aRecord({ answers })));
  expect(JSON.stringify(found)).not.toContain('polluted');
  expect(Object.getPrototypeOf(recordIn(found).answers)).toBe(Object.prototype);
});

function recordIn(data: ReturnType<typeof dataIn>): RecordedDecision {
  if (data === undefined || 'problem' in data) throw new Error(data?.problem ?? 'no data');
  return data.record;
}

test('a record of any size is read', () => {
  const long = 'a "long" note, <b>bold</b>\n'.repeat(100_000);
  const record = aRecord({ notes: { teams: long } });
  expect(dataIn(dataComment(record))).toEqual({ record });
});

/** What stands before the JSON of a comment, the JSON, and what stands behind. */
function partsOf(comment: string): string[] {
  const start = comment.indexOf('{');
  const end = comment.lastIndexOf('}') + 1;
  return [comment.slice(0, start), comment.slice(start, end), comment.slice(end)];
}

type Path = readonly (string | number)[];

/** The paths of all values that hold no others. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
  );
}

function withValue(whole: unknown, [key, ...path]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((each, index) => (index === key ? withValue(each, path, value) : each));
  }
  const entries = Object.entries(whole ?? {});
  return Object.fromEntries(
    entries.map(([name, each]) => [name, name === key ? withValue(each, path, value) : each]),
  );
}
