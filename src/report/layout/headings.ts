import { plain } from '../../common/text.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import { certaintyText, certaintyWords, type Sure } from '../words/certainty.ts';
import type { Names } from '../words/names.ts';
import { rows } from './layout.ts';
import type { Style } from './style.ts';

/** The first line of a report: its subject and, in a faint colour, what it is based on. */
export function heading(
  subject: string,
  parts: readonly string[],
  { palette, glyphs }: Style,
): string {
  const rest = parts.map((part) => ` ${glyphs.separator} ${part}`).join('');
  return `${palette.strong(subject)}${palette.faint(rest)}`;
}

type Headed = Pick<Advice, 'system' | 'scope' | 'answers' | 'implied' | 'unanswered' | 'knowledge'>;

/** `Online shop · 14 of 33 answers, 2 more implied · knowledge 1.0.0` */
export function adviceHeading(advice: Headed, style: Style): string {
  const given = Object.keys(advice.answers).length;
  const implied = (advice.implied ?? []).filter(({ choices }) => choices.length === 1).length;
  const more = implied === 0 ? '' : `, ${implied} more implied`;
  const answers = `${given} of ${given + implied + advice.unanswered.length} answers${more}`;
  return heading(systemName(advice), [answers, `knowledge ${advice.knowledge.version}`], style);
}

/** With the part of it that is meant. */
export function systemName({ system, scope }: Pick<Advice, 'system' | 'scope'>): string {
  const parts = [system ?? 'Your system', ...(scope === undefined ? [] : [scope])];
  return plain(parts.join(', '));
}

type HeadedDecision = Sure & Pick<DecisionAdvice, 'title'>;

/** Columns for the certainty of a pick: a minimum, and a maximum as part of all columns. */
const CERTAINTY = 16;
const MOST_OF_A_LINE = 0.45;
const SIGN = 2;

/** The heading of a decision: its title, its pick, whether that is pinned, and its certainty. */
export function decisionHeading(
  decision: HeadedDecision,
  { names, style }: { readonly names: Names; readonly style: Style },
  pin = 'pinned',
): string[] {
  const { title, recommended, pinned } = decision;
  const longest = certaintyWords(decision, names).length + SIGN;
  const most = Math.max(CERTAINTY, Math.floor(MOST_OF_A_LINE * style.width));
  const width = Math.min(Math.max(CERTAINTY, longest), most);
  const picks = recommended.length === 0 ? '' : `: ${names.alternatives(recommended)}`;
  const text = style.palette.strong(`${title}${picks}${pinned ? ` (${pin})` : ''}`);
  const cells = [
    { text, width: style.width - width },
    { text: certaintyText(decision, names, style) },
  ];
  return rows([cells], style.width);
}
