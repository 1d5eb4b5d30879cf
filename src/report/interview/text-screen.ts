import { plain } from '../../common/text.ts';
import type { TextScreen } from '../../model/interview.ts';
import { paragraph } from '../layout/layout.ts';
import { GLUE } from '../layout/style.ts';
import { listHeader } from './header-lines.ts';
import { keyLines, textKeys } from './key-lines.ts';
import { block, MARGIN, POINTER } from './limited.ts';
import type { Seen } from './session-view.ts';

/** A line of text being typed. */
export function textScreen({ kind, text }: TextScreen, seen: Seen): string[] {
  const { style, rows } = seen;
  const keys = keyLines(textKeys(kind), seen);
  const head = listHeader(kind === 'name' ? 'Your system' : 'Your note', seen);
  const room = rows - 1 - 1 - keys.length - 1;
  const label = block(textLabel(kind), style, { most: Math.max(1, Math.floor(room / 3)) });
  const asked = kind === 'name' ? '' : questionAt(seen);
  const context = block(asked, style, { paint: style.palette.faint });
  const hasContext = context.length + label.length < room - 1;
  const typed = typedLines(text, seen, room - label.length - (hasContext ? context.length : 0));
  return [head, ...(hasContext ? context : []), ...label, ...typed, '', ...keys];
}

/** What the text is for, and what an empty one means. */
function textLabel(kind: TextScreen['kind']): string {
  return kind === 'name'
    ? 'What is the system called? Leave it blank to skip.'
    : 'What do you want to remember about your answer? Leave it blank to remove the note.';
}

/** What is asked where a note is written. */
export function questionAt({ interview, knowledge }: Seen): string {
  const { at } = interview;
  return at.kind === 'question' ? plain(knowledge.questions.get(at.question)?.ask ?? '') : '';
}

/** The end of the text if it is too long to show; blanks are kept, so that every key has an effect. */
function typedLines(text: string, { style }: Seen, room: number): string[] {
  const { glyphs, width } = style;
  const line = `${plain(text).replaceAll(' ', GLUE)}${glyphs.caret}`;
  const lines = paragraph(line, width - 2 * MARGIN - POINTER).slice(-Math.max(1, room));
  return lines.map((each, index) => {
    const pointer = index === 0 ? glyphs.cursor : ' ';
    return `${' '.repeat(MARGIN)}${pointer} ${each}`;
  });
}
