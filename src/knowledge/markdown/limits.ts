import type { Nodes, Root } from 'mdast';
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import { UserError } from '../../common/user-error.ts';
import { placeAt, type TextFile } from '../read/text-file.ts';

/** More than a hundred levels, by indentation or by signs. */
const DEEP_NESTING = /^(?:[ \t>]{400}|(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){100})/m;
/** Longer than any sentence. */
const LONG_LINE = /^[^\n]{20000}/m;
/** More than ten megabytes of text have. */
const MOST_LINES = 400_000;

/** Throws a `UserError` for Markdown that was not written for people and would exhaust the stack or memory. */
export function refuseUnparsable(source: TextFile): void {
  refuse(source, DEEP_NESTING, 'nests lists or quotations too deeply', 'use headings instead');
  refuse(source, LONG_LINE, 'has more than 20,000 characters', 'split the line');
  if (placeAt(source, source.text.length).line > MOST_LINES) {
    throw new UserError(
      `\`${source.file}\` has more than 400,000 lines`,
      'split it into one document per topic',
    );
  }
}

function refuse(source: TextFile, pattern: RegExp, message: string, hint: string): void {
  const found = pattern.exec(source.text);
  if (found === null) return;
  const { line } = placeAt(source, found.index);
  throw new UserError(`\`${source.file}\` ${message} on line ${line}`, hint);
}

/** What one part of a document may hold. */
export interface Limit {
  readonly most: number;
  /** The end of a sentence on a document that holds more, and what to do. */
  readonly message: string;
  readonly hint: string;
}

/** For each list and quotation that ends, the parser goes through all of the part again. */
const BLOCKS: Limit = {
  most: 2_000,
  message: 'more than 2,000 lists, quotations or underlined headings in one block',
  hint: 'split it with headings that begin with `#`',
};
/**
 * For each sign that may close emphasis or a link, it goes through all of the text before it; for a comment, which may not end, through all of
 * the text behind, and that is longer by far.
 */
const SIGNS: Limit = {
  most: 8_000,
  message: 'a paragraph with more than 8,000 marks for emphasis, links or HTML',
  hint: 'split the paragraph',
};

/** Whoever reads the tree does so with a stack. */
const LEVELS: Limit = {
  most: 500,
  message: 'more than 500 nested levels of lists, quotations or emphasis',
  hint: 'use fewer levels',
};

/** Called with a limit and the line of the part where it is exceeded; throws. */
export type Exceed = (limit: Limit, line: number) => never;

const CONTAINER = /^(?:>|(?:[*+-]|\d{1,9}[.)])(?: |$))/;
const UNDERLINE = /^(?:=+|-+) *$/;
const COMMENT = /^<[!?]/;
const COMMENT_SIGNS = 40;

/** Calls back, with a line of the part, before the parser takes much more time for a part than for others of its length. */
export function limited(exceed: Exceed): Extension {
  let [blocks, last] = [0, -1];
  const countBlock = ({ line, offset }: Place) => {
    // The parser looks at most places twice.
    if (offset > last) blocks += 1;
    last = Math.max(last, offset);
    if (blocks > BLOCKS.most) exceed(BLOCKS, line);
  };
  let [text, signs]: [TokenizeContext | undefined, number] = [undefined, 0];
  const countSign = (ahead: string, { line }: Place, context: TokenizeContext) => {
    const count = COMMENT.test(ahead) ? COMMENT_SIGNS : 1;
    [text, signs] = [context, text === context ? signs + count : count];
    if (signs > SIGNS.most) exceed(SIGNS, line);
  };
  return {
    document: at(
      '>*+-0123456789',
      lookAhead(12, (ahead, place) => CONTAINER.test(ahead) && countBlock(place)),
    ),
    flow: at(
      '=-',
      lookAhead(12, (ahead, place) => UNDERLINE.test(ahead) && countBlock(place)),
    ),
    text: at('*_~]<', lookAhead(2, countSign)),
  };
}

/** Calls back where a tree has too many levels. */
export function limitLevels(root: Root, exceed: Exceed): void {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LEVELS.most) exceed(LEVELS, level[0]?.position?.start.line ?? 1);
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

function at(signs: string, construct: Construct): Record<number, Construct> {
  return Object.fromEntries([...signs].map((sign) => [sign.charCodeAt(0), construct]));
}

interface Place {
  readonly line: number;
  readonly offset: number;
}

/** Calls back with the next characters of a line, and lets the parser go on as if nothing had been there. */
function lookAhead(
  length: number,
  see: (ahead: string, place: Place, context: TokenizeContext) => unknown,
): Construct {
  return {
    partial: true,
    tokenize(effects, _ok, nok) {
      const place = this.now();
      let ahead = '';
      const read: State = (code) => {
        if (code !== null && code > 0 && ahead.length < length) {
          ahead += String.fromCharCode(code);
          effects.consume(code);
          return read;
        }
        see(ahead, place, this);
        return nok(code);
      };
      effects.enter('data');
      return read;
    },
  };
}
