import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, parseDocument, visit, type YAMLSeq } from 'yaml';
import { KNOWLEDGE } from './built.ts';

/** What the engine that is measured against cannot read: keys at the top, or of any entry. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  'questions.yaml': [
    ...['implications', 'not-covered', 'retired', 'frequencies', 'changes'],
    ...['title', 'aliases', 'opening', 'asked-when', 'most'],
  ],
  'decisions.yaml': ['source', 'reversal', 'group'],
};

/** A copy of the knowledge without what 2eec150 cannot read, such as implications. Further keys can be left out, too. */
export function oldKnowledge(...further: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-old-knowledge-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  for (const [file, keys] of Object.entries(LATER)) {
    const path = join(folder, file);
    writeFileSync(path, withoutKeys(readFileSync(path, 'utf8'), [...keys, ...further]));
  }
  return folder;
}

const BAND = ['from', 'to'];

/** Each choice has a band above the one before, as it once had to be. */
function isRising({ items }: YAMLSeq): boolean {
  const starts = items.map((item) => (isMap(item) ? Number(item.get('from') ?? NaN) : NaN));
  return starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? NaN));
}

/** Lists by their key, in a form of then. */
const oldForms: Readonly<Record<string, (list: YAMLSeq) => void>> = {
  exclusive: (list) => {
    list.items = list.items.filter((item) => !isMap(item));
  },
  choices: (list) => {
    if (isRising(list)) return;
    for (const choice of list.items.filter(isMap)) for (const key of BAND) choice.delete(key);
  },
};

function withoutKeys(text: string, keys: readonly string[]): string {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, { key }) => (keys.includes(String(key)) ? visit.REMOVE : undefined),
    Seq: (_, list, path) => {
      const pair = path.at(-1);
      oldForms[pair && 'key' in pair ? String(pair.key) : '']?.(list);
    },
  });
  return document.toString();
}
