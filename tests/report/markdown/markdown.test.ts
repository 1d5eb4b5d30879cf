import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { plain } from '../../../src/common/text.ts';
import {
  bullets,
  emphasis,
  heading,
  link,
  markdownText,
  paragraph,
  strong,
  table,
  withLinks,
} from '../../../src/report/markdown/markdown.ts';
import { markdownPieces } from '../../support/markdown-pieces.ts';

/** The kinds of nodes in a text, as a reader of GitHub's Markdown finds them, and all of its words. */
function readAs(markdown: string): { kinds: Set<string>; words: string } {
  const kinds = new Set<string>();
  let words = '';
  const visit = (node: Nodes): void => {
    if (!isBareAddress(node)) kinds.add(node.type);
    if ('value' in node) words += node.value;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return { kinds, words };
}

/** remark links an address that is text, escaped or not; its reader sees where it leads. */
function isBareAddress(node: Nodes): boolean {
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && only?.type === 'text' && node.url.endsWith(only.value);
}

function expected(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

test('text of any kind stays text, in paragraphs, headings, lists and tables', () => {
  fc.assert(
    fc.property(markdownPieces, (text) => {
      const shapes = [
        { blocks: [paragraph(text)], allowed: ['root', 'paragraph', 'text'] },
        { blocks: [heading(2, text)], allowed: ['root', 'heading', 'text'] },
        {
          blocks: bullets([text]),
          allowed: ['root', 'list', 'listItem', 'paragraph', 'text'],
        },
        { blocks: [table([[text]])], allowed: ['root', 'table', 'tableRow', 'tableCell', 'text'] },
      ];
      for (const { blocks, allowed } of shapes) {
        const { kinds, words } = readAs(markdownText(blocks));
        expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
        expect(words.trim()).toBe(
          allowed.includes('list') ? expected(text) || '–' : expected(text),
        );
      }
    }),
  );
});

test('what is marked up is marked up', () => {
  const text = markdownText([
    heading(1, 'SQL & NoSQL'),
    paragraph(['Pick ', strong('SQL'), ', see ', link('a.md#sql', 'the record'), '.']),
    ...bullets(['one', { line: 'two', below: bullets(['below']) }]),
  ]);
  expect(text).toBe(
    '# SQL & NoSQL\n\nPick **SQL**, see [the record](a.md#sql).\n\n- one\n- two\n  - below\n',
  );
});

test('what is empty cannot be read as a rule, a heading or as marks', () => {
  const blocks = [
    ...bullets([{ line: 'one', below: bullets(['', ' ']) }]),
    paragraph([strong(''), ' and ', emphasis('\u200b')]),
  ];
  expect(markdownText(blocks)).toBe('- one\n  - –\n  - –\n\n**–** and _–_\n');
});

test('dollar signs are no formulas', () => {
  expect(markdownText([paragraph('It costs $20 or $x$')])).toBe('It costs \\$20 or \\$x\\$\n');
});

test('web addresses in a source are links, without the punctuation after them', () => {
  expect(markdownText([paragraph(withLinks('Fowler (https://a.example/b), 2014.'))])).toBe(
    'Fowler (<https://a.example/b>), 2014.\n',
  );
});

test('a title ends neither the text of a link nor a label in quotes that it is copied into', () => {
  fc.assert(
    fc.property(markdownPieces, (text) => {
      const written = markdownText([heading(1, text)]).trimEnd();
      expect(written.replace(/\\[\\"\]]/g, '')).not.toMatch(/["\]]|\\$/);
    }),
  );
  expect(markdownText([heading(1, 'A "b" [c]\\')])).toBe('# A \\"b\\" \\[c\\]\\\\\n');
});
