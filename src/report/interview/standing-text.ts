import { overallStatus } from '../../common/decided.ts';
import type { Outlook } from '../../model/outlook.ts';
import { count } from '../count.ts';
import type { Style } from '../style.ts';

const WORDS = [
  ['settled', 'settled'],
  ['open', 'open'],
  ['tied', 'tied'],
  ['infeasible', 'where nothing fits'],
  ['not-applicable', 'not applicable'],
] as const;

/** How the decisions stand, in a line: `22 decisions: 4 settled, 18 open · 12 questions can still matter`. */
export function standingText(
  { decisions }: Pick<Outlook, 'decisions'>,
  remaining: number,
  { glyphs }: Pick<Style, 'glyphs'>,
): string {
  const parts = WORDS.flatMap(([status, word]) => {
    const number = decisions.filter((each) => overallStatus(each) === status).length;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  const left =
    remaining === 0 ? 'no question is left' : `${count(remaining, 'question')} can still matter`;
  return `${count(decisions.length, 'decision')}: ${parts.join(', ')} ${glyphs.separator} ${left}`;
}
