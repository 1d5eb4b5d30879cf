import { likeliestOf } from '../../common/decided.ts';
import type { Interview } from '../../model/interview.ts';
import type { Changed, Standing, WhyChange } from '../../model/outlook.ts';
import { shiftWords } from '../words/changes.ts';
import { type Names, plainNames } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { likelihoodWords, NO_PICK } from '../words/standing.ts';
import { APPLIES, statusOf, statusWord } from '../words/status.ts';
import type { Seen } from './session-view.ts';

const LEAD = 'Your last answer: ';
const NOTHING = 'Your last answer has not changed any pick yet.';

/** What the last answer changed: `Your last answer: Database now SQL (likely 93%) · Caching settled: No cache`. */
export function lastChangeText(
  changed: Changed,
  { interview, knowledge, style }: Pick<Seen, 'interview' | 'knowledge' | 'style'>,
  fits: (text: string) => boolean,
): string {
  const { separator, arrow } = style.glyphs;
  const names = plainNames(knowledge);
  const parts = lastChangeParts(changed, { interview, names, becomes: arrow });
  if (parts.length === 0) return NOTHING;
  const firstOf = (number: number) => {
    const rest = parts.length - number;
    const more = rest === 0 ? [] : [`and ${count(rest, 'smaller change')}`];
    return `${LEAD}${[...parts.slice(0, number), ...more].join(` ${separator} `)}`;
  };
  const all = parts.map((_, index) => firstOf(parts.length - index));
  return all.find(fits) ?? firstOf(1);
}

interface Wording {
  readonly interview: Pick<Interview, 'outlook'>;
  readonly names: Names;
  /** Separates two shares. */
  readonly becomes: string;
}

/** Each change separately, the clearest first. */
export function lastChangeParts(
  { changes, shifts }: Changed,
  { interview, names, becomes }: Wording,
): string[] {
  const standings = new Map(interview.outlook.decisions.map((each) => [each.id, each]));
  return [
    ...changes.map((change) => changedWords(change, standings.get(change.decision), names)),
    ...shifts
      .filter(({ decision }) => likelyApplies(standings.get(decision)))
      .map((shift) => shiftWords(shift, names, becomes)),
  ];
}

/** Changes to a pick that hardly matters are not reported. */
function likelyApplies(standing: Standing | undefined): boolean {
  return standing === undefined || likeliestOf(standing).applies;
}

function changedWords(change: WhyChange, standing: Standing | undefined, names: Names): string {
  const { decision, status, recommended, applies, before } = change;
  const title = names.decision(decision);
  if (status === 'not-applicable' || status === 'infeasible') return statusOf(title, status);
  const isSame = recommended.join() === before.recommended.join();
  if (isSame && status === before.status) return `${title} ${APPLIES[applies]}`;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  const isOpen = status === 'open' && standing !== undefined;
  const certainty = isOpen ? likelihoodWords(standing) : statusWord({ status, pinned: false });
  if (!isSame) return `${title} now ${picks} (${certainty})`;
  return status === 'open'
    ? `${title} open again: ${picks} (${certainty})`
    : `${title} ${certainty}: ${picks}`;
}
