import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, parseDocument, visit } from 'yaml';
import { KNOWLEDGE } from './built.ts';

/** What the engine that is measured against cannot read, by file: keys at the top, or of any entry. */
const LATER = {
  'questions.yaml': ['implications', 'not-covered'],
  'decisions.yaml': ['source'],
};

/**
 * A copy of the knowledge without what 2eec150 cannot read: implications, limits, sources of combinations, and choices that
 * exclude only some others. Both engines decide the same on it.
 */
export function oldKnowledge(): string {
  const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-old-knowledge-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  for (const [file, keys] of Object.entries(LATER)) {
    const path = join(folder, file);
    writeFileSync(path, withoutLater(readFileSync(path, 'utf8'), keys));
  }
  return folder;
}

function withoutLater(text: string, keys: readonly string[]): string {
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
