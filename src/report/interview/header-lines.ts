import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { plain } from '../../model/plain.ts';
import { heading } from '../heading.ts';
import { rows } from '../layout.ts';
import type { Style } from '../style.ts';
import { block, MARGIN } from './limited.ts';
import { progressOf } from './progress.ts';
import type { Seen } from './session-view.ts';

/** `Data · question 6 · about 5 more                   settled 4 of 11`, in fewer words where it is narrow. */
export function questionHeader(group: string, seen: Seen): string {
  const { number, more } = progressOf(seen.interview);
  const name = groupName(group, seen.knowledge);
  const question = `question ${number}`;
  const left = more === 0 ? 'perhaps the last' : `about ${more} more`;
  return header(
    [[name, question, left], [question, left], [question, `${more} more`], [question]],
    seen,
  );
}

/** The same for a screen that asks nothing. */
export function listHeader(title: string, seen: Seen): string {
  return header([[title]], seen);
}

/** How a group of questions is called. */
export function groupName(group: string, { groups }: KnowledgeBase): string {
  return plain(groups.find(({ id }) => id === group)?.name ?? group);
}

/** The first subject with its parts that stands in one line with how many decisions are settled. */
function header(variants: readonly (readonly string[])[], seen: Seen): string {
  const { style, interview } = seen;
  const { settled, decisions } = progressOf(interview);
  const right = `settled ${settled} of ${decisions}`;
  for (const [subject = '', ...parts] of variants) {
    const [line = '', ...rest] = sides(heading(subject, parts, style), right, style);
    if (rest.length === 0) return line;
  }
  const [[subject = ''] = []] = variants;
  return block(subject, style, { most: 1, paint: style.palette.strong })[0] ?? '';
}

function sides(left: string, right: string, { width, palette }: Style): string[] {
  const cells = [
    { text: '', width: MARGIN },
    { text: left, width: width - right.length - 2 * MARGIN },
    { text: palette.faint(right), width: right.length + MARGIN },
  ];
  return rows([cells], width);
}

export function ruleLine({ width, glyphs, palette }: Style): string {
  const columns = width - 2 * MARGIN;
  return `${' '.repeat(MARGIN)}${palette.faint(glyphs.rule.repeat(columns))}`;
}
