import { parseDocument } from 'yaml';
import { tooDeepAt } from '../common/nesting.ts';

const KEYS = ['status', 'date', 'title'] as const;

/** The front matter of a record. */
export interface FrontMatter {
  /** The lines that it takes, with those of its fence; 0 if there is none. */
  readonly end: number;
  /** What is read of it: nothing if it is not a mapping, or not YAML. */
  readonly values: Readonly<Partial<Record<(typeof KEYS)[number], string>>>;
}

/** Reads the front matter at the start of some lines. */
export function frontMatterOf(lines: readonly string[]): FrontMatter {
  const isFence = (line: string) => line.trimEnd() === '---';
  const close = isFence(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && isFence(line))
    : 0;
  if (close < 1) return { end: 0, values: {} };
  return { end: close + 1, values: valuesIn(lines.slice(1, close).join('\n')) };
}

function valuesIn(source: string): FrontMatter['values'] {
  if (tooDeepAt(source) !== undefined) return {};
  const document = parseDocument(source, { logLevel: 'silent' });
  const { contents, errors } = document;
  if (errors.length > 0 || contents === null || !('items' in contents)) return {};
  const found = KEYS.flatMap((key) => {
    const value: unknown = document.get(key);
    return isText(value) ? [[key, String(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A list, a mapping or an alias says nothing. */
function isText(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}
