import type { DecisionAdvice } from '../model/advice.ts';
import { rows } from './layout.ts';
import type { Names } from './names.ts';
import { statusText } from './status.ts';
import type { Style } from './style.ts';

type Headed = Pick<DecisionAdvice, 'title' | 'recommended' | 'status' | 'pinned'>;

const STATUS = 16;

/** The line above what is told of a decision: its title, its pick, whether that is pinned, and how sure it is. */
export function decisionHeading(
  { title, recommended, status, pinned }: Headed,
  { names, style }: { readonly names: Names; readonly style: Style },
  pin = 'pinned',
): string[] {
  const picks = recommended.length === 0 ? '' : `: ${names.alternatives(recommended)}`;
  const text = style.palette.strong(`${title}${picks}${pinned ? ` (${pin})` : ''}`);
  const cells = [
    { text, width: style.width - STATUS },
    { text: statusText({ status, pinned }, style) },
  ];
  return rows([cells], style.width);
}
