import { overallStatus } from '../../common/decided.ts';
import type { DecisionAdvice, Status } from '../../model/advice.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Style } from '../layout/style.ts';

type Judged = Pick<DecisionAdvice, 'status' | 'pinned'>;

/** A status as a word with its sign. */
export function statusText(judged: Judged, { glyphs, palette }: Style): string {
  const { status } = judged;
  const word = statusWord(judged);
  switch (status) {
    case 'settled':
      return palette.plus(`${glyphs.settled} ${word}`);
    case 'open':
      return palette.caution(`${glyphs.open} ${word}`);
    case 'tied':
      return palette.caution(`${glyphs.tied} ${word}`);
    case 'infeasible':
      return palette.minus(`${glyphs.infeasible} ${word}`);
    case 'not-applicable':
      return palette.faint(word);
    default:
      return status satisfies never;
  }
}

/** A status as a word. */
export function statusWord({ status, pinned }: Judged): string {
  return pinned && status === 'infeasible' ? 'ruled out' : WORDS[status].word;
}

/** The words for each status: by itself, of a decision that is named, and behind a number of decisions. */
const WORDS = {
  settled: { word: 'settled', named: ' is settled', counted: 'settled' },
  open: { word: 'open', named: ' stays open', counted: 'open' },
  tied: { word: 'tied', named: ' is tied', counted: 'tied' },
  infeasible: { word: 'nothing fits', named: ': nothing fits', counted: 'where nothing fits' },
  'not-applicable': {
    word: 'does not apply',
    named: ' does not apply',
    counted: 'not applicable',
  },
} as const satisfies Record<Status, object>;

/** In the order in which they are counted. */
export const STATUSES: readonly Status[] = [
  'settled',
  'open',
  'tied',
  'infeasible',
  'not-applicable',
];

/** `Database is settled`, `Caching does not apply`. */
export function statusOf(title: string, status: Status): string {
  return `${title}${WORDS[status].named}`;
}

/** `4 settled, 18 open`; only what there is any of. */
export function statusCounts(
  decisions: readonly Pick<Verdict, 'status' | 'applies'>[],
  counted: readonly Status[] = STATUSES,
): string {
  const parts = counted.flatMap((status) => {
    const number = decisions.filter((each) => overallStatus(each) === status).length;
    return number === 0 ? [] : [`${number} ${WORDS[status].counted}`];
  });
  return parts.join(', ');
}

/** Whether a decision arises, behind its name. */
export const APPLIES = {
  yes: 'applies',
  no: WORDS['not-applicable'].word,
  undecided: 'may not apply',
} as const satisfies Record<Verdict['applies'], string>;

/** What can be done about a tie that no open question breaks. */
export function tieBreak(decision: string): string {
  return `arch-advisor flip ${decision} shows what would break the tie; --pin ${decision}=ALTERNATIVE decides it`;
}
