import { plain } from '../../common/text.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { heading } from '../layout/headings.ts';
import { rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { type HowFar, howFar } from './how-far.ts';
import { block, MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';

/** `Data · question 6 of about 13                     4 of 11 decided`, in fewer words where it is narrow. */
export function questionHeader(group: string, seen: Seen): string {
  const far = howFar(seen.interview);
  const name = groupName(group, seen.knowledge);
  const question = `question ${far.number} of about ${far.total}`;
  const [words, fewer] = decidedWords(far);
  return header(
    [
      [[name, question], words],
      [[question], words],
      [[question], fewer],
      [[`question ${far.number}`], fewer],
    ],
    seen,
  );
}

/** The same for a screen that asks nothing. */
export function listHeader(title: string, seen: Seen): string {
  const variants = decidedWords(howFar(seen.interview));
  return header(
    variants.map((decided) => [[title], decided]),
    seen,
  );
}

/** How many decisions are settled, then the same in fewer words. */
function decidedWords({ decided, decisions }: HowFar): readonly [string, string] {
  return [`${decided} of ${decisions} decided`, `${decided}/${decisions}`];
}

/** How a group of questions is called. */
export function groupName(group: string, { groups }: KnowledgeBase): string {
  return plain(groups.find(({ id }) => id === group)?.name ?? group);
}

/** What stands at the left, in parts, and at the right. */
type Sides = readonly [left: readonly string[], right: string];

/** The first that stands in one line, or else the start of it. */
function header(variants: readonly Sides[], { style }: Seen): string {
  for (const [[subject = '', ...parts], right] of variants) {
    const [line = '', ...rest] = sides(heading(subject, parts, style), right, style);
    if (rest.length === 0) return line;
  }
  const [[[subject = ''] = []] = []] = variants;
  return block(subject, style, { most: 1, paint: style.palette.strong })[0] ?? '';
}

function sides(left: string, right: string, { width, palette }: Style): string[] {
  const cells = [
    { text: '', width: MARGIN },
    { text: left, width: width - right.length - 2 * MARGIN - GAP },
    { text: '', width: GAP },
    { text: palette.faint(right), width: right.length + MARGIN },
  ];
  return rows([cells], width);
}

const GAP = 1;

export function ruleLine({ width, glyphs, palette }: Style): string {
  const columns = width - 2 * MARGIN;
  return `${' '.repeat(MARGIN)}${palette.faint(glyphs.rule.repeat(columns))}`;
}
