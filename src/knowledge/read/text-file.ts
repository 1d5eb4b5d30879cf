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
  if (isUtf16(bytes)) throw new UserError(`\`${file}\` is UTF-16 text`, 'save it as UTF-8');
  if (bytes.includes(0)) throw new UserError(`\`${file}\` is binary, not text`, 'name a text file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    throw new UserError(`\`${file}\` is not UTF-8 text`, 'save it as UTF-8');
  }
}

/** With a byte order mark, or where nearly every other byte is zero, as for text with blanks and line ends in any script. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, LOOKED_AT);
  if (start.length < 2 || start.length % 2 === 1 || !start.includes(0)) return false;
  return ['utf-16le', 'utf-16be'].some((encoding) => isProse(start, encoding));
}

const LOOKED_AT = 1_024;

/** Mostly of the first 256 characters, and without what no text has. */
function isProse(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  if (/[^\P{Cc}\t\r\n]|\p{Cn}|\p{Co}/u.test(text)) return false;
  const plain = [...text].filter((character) => character.charCodeAt(0) < 0x100).length;
  return plain > text.length / 2;
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

/** What to report about a path that cannot be read: a `UserError` if the system refuses it, else the error itself. */
export function unreadable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
  if (isGone || !(/^E[A-Z0-9]+$/.test(code) || code === 'ERR_INVALID_ARG_VALUE')) return error;
  if (code === 'ENOENT' && path.includes('\uFFFD')) {
    return new UserError(`The name of \`${path}\` is not UTF-8 text`, 'rename the file');
  }
  const [reason, hint] = REASONS.get(code) ?? [
    `cannot be read (${code})`,
    'check that it is a readable file',
  ];
  return new UserError(
    code === 'ENOENT' ? `There is no file \`${path}\`` : `\`${path}\` ${reason}`,
    hint,
  );
}

const PERMISSIONS = 'check its permissions';
const PATH = 'check the path';
const LIMIT = 'close other programs or raise the limit (`ulimit -n`)';

/** What is wrong with a path, and what to do about it, by the code of the system. */
const REASONS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['ENOENT', ['does not exist', PATH]],
  ['EACCES', ['is not readable', PERMISSIONS]],
  ['EPERM', ['is not readable', PERMISSIONS]],
  ['ENAMETOOLONG', ['is not a usable path', PATH]],
  ['ELOOP', ['is not a usable path', PATH]],
  ['ERR_INVALID_ARG_VALUE', ['is not a usable path', PATH]],
  ['EISDIR', ['is not a file', PATH]],
  ['ENOTDIR', ['is not a file', PATH]],
  ['EIO', ['cannot be read', PATH]],
  ['EAGAIN', ['has nothing to read', 'name a file']],
  ['ENXIO', ['is a socket or a device, not a file', 'name a file, or - for standard input']],
  ['EMFILE', ['cannot be read: too many files are open', LIMIT]],
  ['ENFILE', ['cannot be read: too many files are open', LIMIT]],
]);

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf({ position }: Nodes, { file }: TextFile): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column };
}

/** The text of a node without its markup and pictures; what stands in different blocks, or after a hard break, stays apart. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  if ('value' in node) return node.value;
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
