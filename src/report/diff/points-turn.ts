import type { ReasonSide } from '../../model/difference.ts';
import type { Style } from '../layout/style.ts';
import { painted, plainNumber } from '../words/numbers.ts';

/** `+4 → +8 points (rating 1 → 2)`; a side that is absent has none. */
export function pointsTurn(
  before: ReasonSide | undefined,
  after: ReasonSide | undefined,
  style: Style,
): string {
  const [was, is] = [before, after].map((side) => painted(side?.points ?? 0, style));
  return `${was} ${style.glyphs.arrow} ${is} points${factors(before, after, style)}`;
}

/** Whether a hard rule rules an alternative out: `no → yes`. */
export function ruleTurn(
  before: ReasonSide | undefined,
  after: ReasonSide | undefined,
  { glyphs }: Style,
): string {
  return `${ruleText(before)} ${glyphs.arrow} ${ruleText(after)}`;
}

function ruleText(side: ReasonSide | undefined): string {
  if (side === undefined) return 'no';
  return side.state === 'certain' ? 'yes' : 'possibly';
}

/** The factors of the points of a quality, if both sides have some. */
function factors(
  before: ReasonSide | undefined,
  after: ReasonSide | undefined,
  style: Style,
): string {
  const changed = (['weight', 'rating'] as const).flatMap((factor) => {
    const [was, is] = [before?.[factor], after?.[factor]];
    return was === undefined || is === undefined || was === is
      ? []
      : [`${factor} ${turn(was, is, style)}`];
  });
  return changed.length === 0 ? '' : ` (${changed.join(', ')})`;
}

export function turn(was: number, is: number, style: Style): string {
  return `${plainNumber(was, style)} ${style.glyphs.arrow} ${plainNumber(is, style)}`;
}
