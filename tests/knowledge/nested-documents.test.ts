import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { refuseUnparsable } from '../../src/knowledge/markdown/limits.ts';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { folderWith } from '../support/temporary-folder.ts';

const SIGNS = [
  ['bullets', '- '],
  ['ordered lists', '1. '],
  ['quotations', '> '],
] as const;

function documentWith(nested: string): string {
  return `## A\n\n- Performance: high\n\n## B\n\n${nested}x\n`;
}

describe.each(SIGNS)('%s in each other', (_name, sign) => {
  test('are refused when there are ten thousand, before the parser runs out of stack', async () => {
    const folder = await folderWith({ 'deep.md': documentWith(sign.repeat(10_000)) });
    const loading = loadKnowledge({ knowledge: [join(folder, 'deep.md')], add: [] });
    await expect(loading).rejects.toThrow(UserError);
    await expect(loading).rejects.toThrow(/deep\.md` nests/);
  });

  test('are read without a throw when there are ninety-nine', () => {
    const text = documentWith(sign.repeat(99));
    const { patterns } = parseDocument('deep.md', text, grammarVocabulary());
    expect(patterns.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

test.each([
  ['bullets, level by level', levels((level) => `${'  '.repeat(level)}- x`)],
  ['bullets in a quotation, level by level', levels((level) => `> ${'  '.repeat(level)}- x`)],
])('%s, are refused when there are six hundred', (_name, nested) => {
  const document = { file: 'deep.md', text: documentWith(nested) };
  expect(() => refuseUnparsable(document)).toThrow(/`deep\.md` nests .* on line \d+$/);
});

test.each([
  ['emphasis', `${'*a '.repeat(600)}${'a* '.repeat(600)}`],
  ['strikethrough', `${'~~a '.repeat(600)}${'a~~ '.repeat(600)}`],
])('%s in each other is refused when there are six hundred levels', (_name, nested) => {
  const parse = () => parseDocument('deep.md', documentWith(nested), grammarVocabulary());
  expect(parse).toThrow(UserError);
  expect(parse).toThrow('`deep.md` has more than 500 nested levels');
});

function levels(line: (level: number) => string): string {
  return Array.from({ length: 600 }, (_, level) => `${line(level)}\n`).join('');
}
