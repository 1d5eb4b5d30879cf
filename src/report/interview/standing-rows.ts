import { overallStatus } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import type { Paint, Style } from '../layout/style.ts';
import { plainNames } from '../words/names.ts';
import { likelihoodWords, pickWords } from '../words/standing.ts';
import { statusWord } from '../words/status.ts';
import { limitedRow, MARGIN, POINTER } from './limited.ts';
import type { Seen } from './session-view.ts';

const WIDE = 60;
const WIDEST_TITLE = 25;
/** `○ toss-up < 1%`, or only the sign if there is little room; including the blank after it. */
const CERTAINTY = 18;
const SIGN = 3;

/** A decision on one line after the cursor: its name, its pick and its certainty. */
export function standingRow(standing: Standing, seen: Seen, pointer: string): string[] {
  const { style, knowledge } = seen;
  const { width } = style;
  const names = plainNames(knowledge);
  const title = Math.min(WIDEST_TITLE, Math.floor(width / 3));
  const certainty = width >= WIDE ? CERTAINTY : SIGN;
  const cells = [
    { text: pointer, width: POINTER },
    { text: names.decision(standing.id), width: title },
    {
      text: pickWords(standing, names),
      width: width - 2 * MARGIN - POINTER - title - certainty,
    },
    { ...certaintyCell(standing, seen), width: certainty },
  ];
  return limitedRow(cells, style, 1);
}

function certaintyCell(standing: Standing, { style, interview }: Seen) {
  const status = overallStatus(standing);
  const { glyphs } = style;
  const sign = status === 'not-applicable' ? glyphs.dash : glyphs[status];
  const pinned = interview.sheet.pins.has(standing.id);
  const words = status === 'open' ? likelihoodWords(standing) : statusWord({ status, pinned });
  return {
    text: style.width >= WIDE ? `${sign} ${words}` : sign,
    paint: paintOf(status, style),
  };
}

function paintOf(status: Standing['status'], { palette }: Style): Paint {
  switch (status) {
    case 'settled':
      return palette.plus;
    case 'open':
    case 'tied':
      return palette.caution;
    case 'infeasible':
      return palette.minus;
    case 'not-applicable':
      return palette.faint;
    default:
      return status satisfies never;
  }
}
