import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endedBy, readRecordText } from '../../src/records/record-text.ts';
import { supersededText } from '../../src/records/supersede.ts';
import { hostileTexts } from '../support/record-arbitraries.ts';
import { numRuns } from '../support/runs.ts';

const SUCCESSOR = {
  name: 'ADR-0007',
  slug: '0007-database-nosql',
  link: '[7. Database: NoSQL](0007-database-nosql.md)',
  date: '2026-12-01',
};

const MADR = `---
number: 2
title: "Database: SQL"
date: "2026-11-30" # of the decision
status: 'accepted'
---
# Database: SQL

## Decision Outcome

Status: fine

## More Information

### Sources

- A book
`;

const NYGARD = `# 2. Database: SQL

- Status: accepted
- Date: 2026-11-30

## Status

Accepted

Supersedes [1. Files](0001-files.md)

## Context

- Status: fine
`;

describe('a record is marked wherever it states its status', () => {
  test('MADR: in front matter, and with a link', () => {
    expect(supersededText(MADR, SUCCESSOR)).toBe(
      MADR.replace("'accepted'", '"superseded by ADR-0007"\nsuperseded-by: ADR-0007')
        .replace('"2026-11-30"', '2026-12-01')
        .replace(
          '## More Information\n',
          '## More Information\n\nSuperseded by [7. Database: NoSQL](0007-database-nosql.md).\n',
        ),
    );
  });

  test('Nygard: in the list below the title, and in its section', () => {
    expect(supersededText(NYGARD, SUCCESSOR)).toBe(
      NYGARD.replace(
        '- Status: accepted',
        '- Status: superseded by [0007-database-nosql](0007-database-nosql.md)',
      ).replace('\nAccepted\n', '\nSuperseded by [7. Database: NoSQL](0007-database-nosql.md)\n'),
    );
  });

  test('front matter that says nothing of it, with a section that does', () => {
    const text = '---\ntags: [x]\n---\n# SQL\n\n## Status\n\nAccepted\n';
    expect(supersededText(text, SUCCESSOR)).toBe(
      text.replace('Accepted', 'Superseded by [7. Database: NoSQL](0007-database-nosql.md)'),
    );
  });

  test('both front matter and a section', () => {
    const text = '---\nstatus: accepted\n---\n# SQL\n\n## Status\n\nAccepted\n';
    expect(supersededText(text, SUCCESSOR)).toBe(
      '---\nstatus: "superseded by ADR-0007"\nsuperseded-by: ADR-0007\n---\n# SQL\n\n## Status\n\n' +
        'Superseded by [7. Database: NoSQL](0007-database-nosql.md)\n',
    );
  });

  test.each([
    ['a block', 'status: |\n  accepted\ndate: 2026-01-01\n'],
    ['a folded block', 'status: >-\n  accepted\n  by all\ndate: 2026-01-01\n'],
    ['two lines', 'status: accepted\n  by all\ndate: 2026-01-01\n'],
    ['an anchor', 'status: &s accepted\ndate: 2026-01-01\n'],
    ['a mapping in one line', '{ status: accepted, date: 2026-01-01 }\n'],
  ])('a status in YAML that is %s', (_, front) => {
    const marked = supersededText(`---\n${front}---\n# SQL\n`, SUCCESSOR) ?? '';
    expect(readRecordText(marked)).toMatchObject({
      ...{ title: 'SQL', status: 'superseded by ADR-0007', date: '2026-12-01' },
    });
  });

  test('text right below the heading stays a paragraph of its own', () => {
    const text = '---\nstatus: accepted\n---\n# SQL\n## More Information\nAsk Ana.';
    expect(supersededText(text, SUCCESSOR)).toContain(
      '## More Information\n\nSuperseded by [7. Database: NoSQL](0007-database-nosql.md).\n\nAsk Ana.',
    );
  });
});

test.each([
  ['nothing', ''],
  ['no status', '# SQL\n\nText.\n'],
  ['an empty section', '# SQL\n\n## Status\n\n## Context\n\nText\n'],
  ['front matter that is not YAML', '---\nstatus: "accepted\n---\n# SQL\n'],
  ['an empty status', '---\nstatus:\n---\n# SQL\n'],
])('a record that has %s is not marked', (_, text) => {
  expect(supersededText(text, SUCCESSOR)).toBeUndefined();
});

describe('a record that is superseded already', () => {
  test.each([
    ['MADR', MADR],
    ['Nygard', NYGARD],
  ])('%s: names only the new one', (_, text) => {
    const once = supersededText(text, {
      ...{ name: 'ADR-0005', slug: '0005-x', link: '[5. X](0005-x.md)', date: '2026-12-01' },
    });
    expect(supersededText(once ?? '', SUCCESSOR)).toBe(supersededText(text, SUCCESSOR));
  });
});

const lines = fc.oneof(
  hostileTexts,
  fc.constantFrom('', '## Context', '- Status: x', '```', '***'),
);
const bodies = fc
  .array(lines, { maxLength: 6 })
  .map((all) => all.join('\n').replaceAll('```', '``').replaceAll('<!--', '<!-'));
const shapes = fc.constantFrom(MADR, NYGARD);
const endings = fc.constantFrom('\n', '\r\n');

test('no line changes but those that state the status, and each keeps its ending', () => {
  fc.assert(
    fc.property(shapes, bodies, endings, (shape, body, ending) => {
      const text = `\uFEFF${shape.replaceAll('\n', ending)}${body}`;
      const marked = supersededText(text, SUCCESSOR) ?? '';
      const [before, after] = [text.split('\n'), marked.split('\n')];
      const kept = before.filter((line) => !/^(date:|status:|- Status: acc|Accepted)/.test(line));
      expect(inOrder(kept, after)).toBe(true);
      const added = shape === MADR ? 3 : 0;
      expect(after.length).toBe(before.length + added);
      if (ending === '\r\n') {
        expect(marked.slice(0, marked.length - body.length)).not.toMatch(/(?<!\r)\n/);
      }
      expect(endedBy(readRecordText(marked).status ?? '')).toBe('superseded');
    }),
    { numRuns },
  );
});

/** All of them stand in the other list, in the same order. */
function inOrder(all: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === all[at]) at += 1;
  return at === all.length;
}
