import { plain } from '../../common/text.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import type { Names } from '../words/names.ts';
import { statusText } from '../words/status.ts';
import { rows } from './layout.ts';
import type { Style } from './style.ts';

/** The first line of a report: what it is about, and after it, faintly, what it rests on. */
export function heading(
  subject: string,
  parts: readonly string[],
  { palette, glyphs }: Style,
): string {
  const rest = parts.map((part) => ` ${glyphs.separator} ${part}`).join('');
  return `${palette.strong(subject)}${palette.faint(rest)}`;
}

type Headed = Pick<Advice, 'system' | 'scope' | 'answers' | 'unanswered' | 'knowledge'>;

/** `Online shop · 14 of 33 answers · knowledge 1.0.0` */
export function adviceHeading(advice: Headed, style: Style): string {
  const given = Object.keys(advice.answers).length;
  const answers = `${given} of ${given + advice.unanswered.length} answers`;
  return heading(systemName(advice), [answers, `knowledge ${advice.knowledge.version}`], style);
}

/** With the part of it that is meant. */
export function systemName({ system, scope }: Pick<Advice, 'system' | 'scope'>): string {
  const parts = [system ?? 'Your system', ...(scope === undefined ? [] : [scope])];
  return plain(parts.join(', '));
}

type HeadedDecision = Pick<DecisionAdvice, 'title' | 'recommended' | 'status' | 'pinned'>;

const STATUS = 16;

/** The line above what is printed about a decision: its title, its pick, whether that is pinned, and how sure it is. */
export function decisionHeading(
  { title, recommended, status, pinned }: HeadedDecision,
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
