import { UserError } from '../../common/user-error.ts';
import type { TextFile } from '../read/text-file.ts';

/** Throws a `UserError` for Markdown that takes its parser minutes, or all of the stack: nobody wrote it for people. */
export function refuseUnparsable({ file, text }: TextFile): void {
  const hint = 'a document for people has lists of few levels and lines of a sentence or two';
  if (DEEP_NESTING.test(text))
    throw new UserError(`\`${file}\` nests lists or quotations too deeply`, hint);
  if (LONG_LINE.test(text))
    throw new UserError(`\`${file}\` has a line of more than 20,000 characters`, hint);
  if (text.split('[').length > MOST_BRACKETS) {
    throw new UserError(`\`${file}\` has more than ${MOST_BRACKETS} opening brackets`, hint);
  }
}

/** A line more than a hundred levels deep; a line longer than any sentence; more brackets than a book has links. */
const DEEP_NESTING = /^(?:[ \t]{400}|(?:[ \t]{0,3}(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){100})/m;
const LONG_LINE = /^.{20000}/m;
const MOST_BRACKETS = 20_000;
