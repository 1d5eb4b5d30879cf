import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
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
