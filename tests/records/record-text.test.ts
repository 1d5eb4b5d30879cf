import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/common/text.ts';
import { endedBy, isSuperseded, readRecordText } from '../../src/records/record-text.ts';
import { heading, markdownText } from '../../src/report/markdown/markdown.ts';
import { hostileTexts } from '../support/record-arbitraries.ts';
import { numRuns } from '../support/runs.ts';

describe('the records of other tools are read', () => {
  test.each([
    [
      'MADR 4',
      '---\nstatus: "accepted"\ndate: 2026-11-30\ndecision-makers: Ana\n---\n# Use SQL\n\n## Context and Problem Statement\n',
      { shape: 'madr', title: 'Use SQL', line: 6, status: 'accepted', date: '2026-11-30' },
    ],
    [
      'MADR 3, not filled in',
      '---\n# These are optional elements.\nstatus: {proposed | rejected | accepted}\ndate: {YYYY-MM-DD}\n---\n# {short title}\n',
      { shape: 'madr', title: '{short title}', line: 6 },
    ],
    [
      'MADR 2',
      '# Use SQL\n\n* Status: accepted\n* Deciders: Ana\n* Date: 2020-02-03\n\nTechnical Story: X\n\n## Context\n',
      { shape: 'log4brains', title: 'Use SQL', line: 1, status: 'accepted', date: '2020-02-03' },
    ],
    [
      'adr-tools',
      '# 12. Use SQL\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n\nSupersedes [2. Use files](0002-use-files.md)\n\n## Context\n\nDate: soon\n',
      { shape: 'nygard', title: 'Use SQL', line: 1, status: 'Accepted', date: '2016-02-12' },
    ],
    [
      'adr-tools, superseded',
      '# 2. Use files\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n\nSuperceded by [12. Use SQL](0012-use-sql.md)\n\n## Context\n',
      {
        shape: 'nygard',
        title: 'Use files',
        line: 1,
        status: 'Superceded by [12. Use SQL](0012-use-sql.md)',
        date: '2016-02-12',
      },
    ],
    [
      'log4brains',
      '# Use SQL\n\n- Status: superseded by [20260101-x](20260101-x.md)\n- Date: 2020-10-26\n- Tags: dev\n\n## Context\n\n- Status: draft\n',
      {
        shape: 'log4brains',
        title: 'Use SQL',
        line: 1,
        status: 'superseded by [20260101-x](20260101-x.md)',
        date: '2020-10-26',
      },
    ],
    [
      'adrs, with front matter in the form of Nygard',
      '---\nnumber: 3\ntitle: Use SQL\nstatus: proposed\ndate: 2026-01-02\n---\n\n# 3. Use SQL\n\n## Context\n',
      { shape: 'madr', title: 'Use SQL', line: 8, status: 'proposed', date: '2026-01-02' },
    ],
    ['nothing', '', { shape: 'nygard', title: '', line: 1 }],
    [
      'a title in front matter only',
      '---\ntitle: Use SQL\n---\nText.\n',
      { shape: 'madr', title: 'Use SQL', line: 4 },
    ],
    [
      'no heading of the first depth',
      '## Status\n\nAccepted\n',
      { shape: 'nygard', title: '', line: 1, status: 'Accepted' },
    ],
  ])('%s', (_, text, expected) => {
    expect(readRecordText(text)).toEqual(expected);
    expect(readRecordText(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(readRecordText(`\uFEFF${text}`)).toEqual(expected);
  });
});

test.each([
  ['# Title #', 'Title'],
  ['#   Title   ', 'Title'],
  ['# C# and F#', 'C# and F#'],
  ['#Title', ''],
  ['#', ''],
  ['   # Title', 'Title'],
  ['    # Code', ''],
  ['# 1.5 s are enough', '1.5 s are enough'],
  ['# \u001b[31mRed\u202e', '[31mRed'],
  ['# 7. \\*Use\\* a\\_b \\&amp; \\\\ C&#35;', '*Use* a_b &amp; \\ C#'],
  ['# &#27;[31mRed&#x202e;', '\ufffd[31mRed'],
])('the title of `%s` is `%s`', (text, title) => {
  expect(readRecordText(text).title).toBe(title);
});

test('a title of any kind is read as the text that was written', () => {
  const markup = fc.stringMatching(/^[*_`[\]()<>|&#;\\~!$"' a-c1.]*$/);
  fc.assert(
    fc.property(fc.oneof(markup, hostileTexts), (name) => {
      const title = `Use ${name}`;
      const { title: read } = readRecordText(markdownText([heading(1, `7. ${title}`)]));
      expect(read.trim()).toBe(plain(title).replace(/\s+/g, ' ').trim());
    }),
    { numRuns },
  );
});

describe('what only looks like a heading or a status is none', () => {
  test.each([
    ['a block of code', '```md\n# x\n```\n'],
    ['a longer fence', '````\n```\n# x\n````\n'],
    ['a fence of the other kind', '~~~\n```\n# x\n~~~\n'],
    ['a fence in a fence', '```\n```md\n# x\n```\n'],
    ['a comment', '<!-- Say what it is about:\n# x\n-->\n'],
  ])('in %s', (_, block) => {
    const text = `${block}# Title\n\n- Status: open\n`;
    expect(readRecordText(text)).toMatchObject({ title: 'Title', status: 'open' });
  });

  test('in an unfinished block of code', () => {
    expect(readRecordText('```\n# x\n- Status: open\n')).toEqual({
      ...{ shape: 'nygard', title: '', line: 1 },
    });
  });

  test('but code within a line is no block', () => {
    expect(readRecordText('```x``` is code\n# Title\n').title).toBe('Title');
  });
});

describe('front matter that is not a mapping of texts says nothing', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((key, index) => {
      const before = `*${'abcdefgh'.charAt(index)}`;
      return `${key}: &${key} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
    }),
    'status: *i',
  ].join('\n');

  test.each([
    ['is not YAML', 'status: "accepted'],
    ['has a key twice', 'status: accepted\nstatus: rejected'],
    ['is a list', '- status: accepted'],
    ['is a text', 'accepted'],
    ['is empty', ''],
    ['has no value', 'status:'],
    ['has a list', 'status: [accepted]'],
    ['refers to another value', 'x: &a accepted\nstatus: *a'],
    ['would be huge', bomb],
    ['is nested without end', `status: ${'['.repeat(100_000)}`],
    ['is nested without end in bullets', `${'- '.repeat(100_000)}x`],
  ])('as it %s', (_, front) => {
    const found = readRecordText(`---\n${front}\n---\n# Title\n`);
    expect(found).toEqual({
      ...{ shape: 'madr', title: 'Title', line: front.split('\n').length + 3 },
    });
  });

  test('if it does not end, there is none', () => {
    const found = readRecordText('---\nstatus: accepted\n# Title\n');
    expect(found).toEqual({ shape: 'nygard', title: 'Title', line: 3 });
  });

  test('spaces behind its fences do not matter', () => {
    expect(readRecordText('--- \nstatus: accepted\n---  \n# Title\n').status).toBe('accepted');
  });
});

test('any text is read, without anything invisible', () => {
  fc.assert(
    fc.property(hostileTexts, hostileTexts, hostileTexts, (title, status, rest) => {
      const text = `---\n${rest}\nstatus: ${status}\n---\n# ${title}\n\n- Status: ${status}\n`;
      const { line, ...found } = readRecordText(text);
      expect(line).toBeGreaterThan(0);
      expect(Object.values(found).join('')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
    }),
    { numRuns },
  );
});

test('long lines are read', () => {
  const long = ' '.repeat(200_000);
  const hashes = '# '.repeat(100_000);
  expect(readRecordText(`# a${long}b\n\n- Status:${long}open\n`).status).toBe('open');
  expect(readRecordText(`# a ${hashes}b\n`).title).toHaveLength(200_003);
});

test('a status says whether a record still holds', () => {
  expect(isSuperseded('Superceded by [7. SQL](0007-sql.md)')).toBe(true);
  expect(endedBy('superseded by ADR-0007')).toBe('superseded');
  expect(endedBy('**Superseded**')).toBe('superseded');
  expect(endedBy('Rejected')).toBe('rejected');
  expect(endedBy('- deprecated')).toBe('deprecated');
  expect(endedBy('accepted')).toBeUndefined();
  expect(endedBy('not rejected')).toBeUndefined();
  expect(endedBy('Supersedes [2. Files](0002-files.md)')).toBeUndefined();
});
