import { paragraph } from './layout.ts';
import type { Style } from './style.ts';

/** A paragraph that keeps in the background: hints, and what was left out. */
export function aside(
  text: string,
  { palette, width }: Pick<Style, 'palette' | 'width'>,
  indent = 0,
): string[] {
  return paragraph(palette.faint(text), width, indent);
}
