import { reasonOf } from '../../common/reason-word.ts';
import { fileName } from '../../common/text.ts';
import type { ChangedClaim, ChangedPoints } from '../../model/verification.ts';
import { pointsTurn, ruleTurn } from '../diff/points-turn.ts';
import { reasonWords } from '../explain/answer-words.ts';
import { colourless, GLUE } from '../layout/style.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import type { VerifyView } from './verify-view.ts';

/** Changes that are listed, and sentences of each. */
const MOST = 5;
const MOST_CLAIMS = 4;

/** What counts differently, the weightiest first, each with the sentences of then and of now that differ. */
export function changedPointsTexts(changes: readonly ChangedPoints[], view: VerifyView): string[] {
  const hidden = changes.length - MOST;
  return [
    ...changes.slice(0, MOST).flatMap((each) => [changeText(each, view), ...claimTexts(each)]),
    ...(hidden > 0 ? [`${count(hidden, 'more change')}; --format json lists all`] : []),
  ];
}

function changeText(change: ChangedPoints, { names, style }: VerifyView): string {
  const { kind, alternative, quality = '', because, before, after } = change;
  const plainStyle = { ...style, palette: colourless };
  const name = names.alternative(alternative);
  const turn = pointsTurn(before, after, plainStyle);
  switch (kind) {
    case 'alternative':
      return `${name}: ${after === undefined ? 'no longer an alternative' : 'a new alternative'}`;
    case 'hard-rule': {
      const condition = because.map((each) => conditionWords(each, names)).join();
      return `${name}, ruled out if ${condition}: ${ruleTurn(before, after, plainStyle)}`;
    }
    case 'quality':
      return `${name}, ${names.quality(quality)}: ${turn}`;
    case 'evidence':
    case 'certain': {
      const reasons = because.map((word) => reasonWords(reasonOf(word), names));
      return `${name}, ${listed(reasons, 'and')}: ${turn}`;
    }
    default:
      return kind satisfies never;
  }
}

function claimTexts({ claims }: ChangedPoints): string[] {
  return claims.flatMap(sidesOf).slice(0, MOST_CLAIMS);
}

function sidesOf({ before, after }: ChangedClaim): string[] {
  const indent = GLUE.repeat(2);
  return [
    ...(before ? [`${indent}then: ${before.text} (${fileName(before.document)})`] : []),
    ...(after ? [`${indent}now: ${after.text} (${fileName(after.document)}:${after.line})`] : []),
  ];
}
