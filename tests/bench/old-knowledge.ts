import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, parseDocument, visit } from 'yaml';
import { KNOWLEDGE } from './built.ts';

/** What the engine that is measured against cannot read: keys at the top, or of any entry. */
const LATER = ['implications', 'not-covered', 'retired', 'source'];

/**
 * A copy of the knowledge without what 2eec150 cannot read: implications, limits, retired questions, sources of combinations, and choices
 * that exclude only some others. Further keys can be left out, too.
 */
export function oldKnowledge(...further: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-old-knowledge-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  for (const file of ['questions.yaml', 'decisions.yaml']) {
    const path = join(folder, file);
    writeFileSync(path, withoutKeys(readFileSync(path, 'utf8'), [...LATER, ...further]));
  }
  return folder;
}

function withoutKeys(text: string, keys: readonly string[]): string {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, { key }) => (keys.includes(String(key)) ? visit.REMOVE : undefined),
    Seq: (_, list, path) => {
      const pair = path.at(-1);
      const isExclusive = pair && 'key' in pair && String(pair.key) === 'exclusive';
      if (isExclusive) list.items = list.items.filter((item) => !isMap(item));
    },
  });
  return document.toString();
}
