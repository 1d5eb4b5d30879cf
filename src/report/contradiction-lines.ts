import { plain } from '../common/text.ts';
import type { Advice } from '../model/advice.ts';
import { paragraph } from './layout.ts';
import type { Style } from './style.ts';

/** What cannot hold together is said before anything is built on it; a blank line stands before each. */
export function contradictionLines(
  { contradictions }: Pick<Advice, 'contradictions'>,
  { palette, width }: Style,
): string[] {
  return contradictions.flatMap(({ condition, because, instead }) => {
    const found = `These answers contradict each other: ${plain(condition)}`;
    return [
      '',
      ...paragraph(palette.caution(found), width, 2),
      ...paragraph(`${plain(because)}. ${plain(instead)}.`, width, 4),
    ];
  });
}
