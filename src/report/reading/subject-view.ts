import type { Place } from '../../model/condition.ts';
import { aside, labelled, paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

/** How a card about something other than a pattern is laid out. */
export interface SubjectView {
  readonly names: Names;
  readonly style: Style;
}

const LABEL = 15;

/** Its name, and at the right what kind of thing it is. */
export function cardTitle(name: string, kind: string, { palette, width }: Style): string[] {
  const left = { text: palette.strong(name), width: Math.max(20, width - kind.length) };
  return rows([[left, { text: palette.faint(kind) }]], width);
}

export function cardText(text: string, { width }: Style): string[] {
  return paragraph(text, width);
}

export function cardSection(label: string, texts: readonly string[], { width }: Style): string[] {
  return labelled(label, texts, { width, column: LABEL });
}

/** Where it is written. */
export function cardPlace({ file, line }: Place, style: Style): string[] {
  return aside(`${file}:${line}`, style);
}
