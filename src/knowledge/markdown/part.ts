import type { List, Nodes, Root, RootContent } from 'mdast';
import type { Extension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { UserError } from '../../common/user-error.ts';
import type { Place } from '../../model/condition.ts';
import { type Labels, labelled, type PartLabels } from './labels.ts';
import { type Exceed, limited, limitLevels } from './limits.ts';

/** A part of a document, and the beginning of what follows it. */
export interface PartText extends Pick<Place, 'file' | 'line'> {
  readonly text: string;
  /** Of the part itself, in characters. */
  readonly length: number;
  /** What follows, unless the part is the last one. */
  readonly next: RootContent['type'] | undefined;
}

/** A part of a document, parsed by itself. */
export interface Part extends PartText, PartLabels {
  /** Of which the positions count from the beginning of the part. */
  readonly root: Root;
  /** Where the part ends, counted in the same way. */
  readonly end: Start;
  /** Whether its last list goes on in the next part. */
  readonly isOpen: boolean;
}

/** Where something begins; lines count from 1, offsets from 0. */
export interface Start {
  readonly line: number;
  readonly offset: number;
}

/** The parser would ask for the working folder, which may no longer exist, and does not need one. */
const NOWHERE = '';

/**
 * Parses a part of a document. If it ends in fenced code or HTML, so that nothing can follow yet, only what stands before that is parsed;
 * where nothing does, the length is 0. Throws a `UserError` where a limit is exceeded.
 */
export function parsePart(part: PartText, known: Labels): Part {
  const labels: PartLabels = { defined: new Set(), taken: new Map() };
  const exceed: Exceed = ({ message, hint }, line) => {
    throw new UserError(`\`${part.file}\` has ${message}, at line ${part.line + line - 1}`, hint);
  };
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter, ['yaml'])
    .use(withExtensions, [limited(exceed), labelled(known, labels)])
    .parse({ value: part.text, cwd: NOWHERE });
  limitLevels(root, exceed);
  return { ...part, ...labels, root, ...endingOf(root, part) };
}

/** The last extensions of the parser come before all others. */
function withExtensions(this: Processor, extensions: readonly Extension[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions];
}

type Ending = Pick<Part, 'length' | 'end' | 'isOpen'>;

/** Takes what stands behind a part out of its tree. */
function endingOf(root: Root, part: PartText): Ending {
  const parent = parentOfNext(root);
  const behind = parent.children.at(-1);
  if (behind === undefined || part.next === undefined) return { ...NOTHING, length: part.length };
  const end = lineOf(behind);
  const length = end.offset + (part.text.startsWith('\uFEFF') ? 1 : 0);
  const isNext = length === part.length && root.children.at(-1)?.type === part.next;
  if (!isNext && (end.offset === 0 || !VERBATIM.has(behind.type))) return NOTHING;
  parent.children.pop();
  return { length, end, isOpen: parent !== root };
}

/** The list that goes on in the next part, else the document. */
function parentOfNext(root: Root): Root | List {
  const last = root.children.at(-1);
  return last?.type === 'list' && last.children.length > 1 ? last : root;
}

const VERBATIM: ReadonlySet<string> = new Set(['code', 'html']);
const NOTHING: Ending = { length: 0, end: { line: 1, offset: 0 }, isOpen: false };

/** Where the line begins that a node begins in. */
function lineOf(node: Nodes | undefined): Start {
  const { line = 1, column = 1, offset = 0 } = node?.position?.start ?? {};
  return { line, offset: offset - column + 1 };
}
