import { plain } from '../common/text.ts';
import type { ReadAnswerSheet } from '../knowledge/answers/answer-sheet.ts';
import type { Context } from './context.ts';

/** Says which ids of some answers have another name today, a line each. */
export function remarkFormer(
  { former }: Pick<ReadAnswerSheet, 'former'>,
  { remark }: Pick<Context, 'remark'>,
): void {
  for (const { from, to, of, place } of former) {
    const where = place ? ` (${place.file}:${place.line}:${place.column})` : '';
    const part = of === undefined ? '' : ` of \`${of}\``;
    remark(`${plain(`\`${from}\`${part} is now called \`${to}\`${where}`)}\n`);
  }
}
