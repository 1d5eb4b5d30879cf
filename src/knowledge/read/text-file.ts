import type { Nodes } from 'mdast';
import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { Place } from '../../model/condition.ts';

/** A text as it was read. */
export interface TextFile {
  /** As diagnostics and advice name it. */
  readonly file: string;
  readonly text: string;
}

/** Bytes as UTF-8 text with plain line ends. Throws a `UserError` that names the source. */
export function decodeText(file: string, bytes: Uint8Array): TextFile {
  if (bytes.includes(0)) throw new UserError(`\`${file}\` is binary, not text`, 'name a text file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    throw new UserError(`\`${file}\` is not UTF-8 text`, 'save it as UTF-8');
  }
}

/** The place of the character with this index in a text. */
export function placeAt(source: TextFile, offset: number): Place {
  const starts = lineStarts.get(source) ?? startsOf(source);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: source.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

const lineStarts = new WeakMap<TextFile, readonly number[]>();

/** Where each line begins; worked out once for a text. */
function startsOf(source: TextFile): readonly number[] {
  const ends = [...source.text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const starts = [0, ...ends];
  lineStarts.set(source, starts);
  return starts;
}

/** Plain text with its white space folded to single blanks. */
export function fold(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** What to tell of a path that cannot be read: a `UserError` where the path is to blame, else the error as it is. */
export function unreadable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS.get(code);
  if (reason === undefined) return error;
  const hint = CLOSED.has(code) ? 'check its permissions' : 'check the path';
  return new UserError(reason(path), hint);
}

const CLOSED: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

const REASONS: ReadonlyMap<string, (path: string) => string> = new Map([
  ['ENOENT', (path) => `There is no file \`${path}\``],
  ['EACCES', (path) => `\`${path}\` may not be read`],
  ['EPERM', (path) => `\`${path}\` may not be read`],
  ['ENAMETOOLONG', (path) => `\`${path.slice(0, 80)}…\` leads nowhere`],
  ['ELOOP', (path) => `\`${path}\` leads nowhere`],
  ['EISDIR', (path) => `\`${path}\` is not a file`],
  ['ENOTDIR', (path) => `\`${path}\` is not a file`],
  ['EIO', (path) => `\`${path}\` cannot be read`],
]);

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf({ position }: Nodes, { file }: TextFile): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column };
}

/** The text of a node without its markup; what stands in different blocks, or after a hard break, stays apart. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html' && node.value.startsWith('<!--')) return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  const isInline = node.children.every(({ type }) => INLINE.has(type));
  return node.children.map(textOf).join(isInline ? '' : ' ');
}

const INLINE: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
]);
