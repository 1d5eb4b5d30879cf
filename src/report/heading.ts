import { plain } from '../common/text.ts';
import type { Advice } from '../model/advice.ts';
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
