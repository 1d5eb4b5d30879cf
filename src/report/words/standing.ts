import { alonePick, likeliestOf } from '../../common/decided.ts';
import type { Outlook, Standing } from '../../model/outlook.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from './names.ts';
import { count } from './numbers.ts';
import { APPLIES, statusCounts } from './status.ts';

/** Who leads a decision, and by how far: `SQL ahead of NoSQL by 6 points`; nothing where it does not apply. */
export function leadWords(standing: Standing, names: Names): string {
  if (standing.status === 'not-applicable') return '';
  const [first] = leadVariants(standing, names, (by) => count(by, 'point'));
  const { joint, recommended } = standing;
  if (joint === undefined || recommended.length === 0) return first;
  return `${first}; to fit the other picks, ${names.alternatives(recommended)}`;
}

/**
 * The same under a heading that says what is counted: `SQL ahead of NoSQL by 6`; then in fewer words. Where a decision
 * likely does not apply, that comes before who would lead it.
 */
export function shortLeads(standing: Standing, names: Names): readonly [string, ...string[]] {
  if (!likeliestOf(standing).applies) return [`likely ${APPLIES.no}`, APPLIES.undecided];
  return leadVariants(standing, names, String);
}

function leadVariants(
  { lead, ...standing }: Standing,
  names: Names,
  points: (by: number) => string,
): readonly [string, ...string[]] {
  const { status } = standing;
  if (status === 'not-applicable') return [APPLIES.no];
  if (status === 'infeasible') return ['every alternative is ruled out'];
  const own = alonePick(standing);
  const picks = own.length === 0 ? NO_PICK : names.alternatives(own);
  if (lead === undefined || lead.by < 0) return [picks];
  const over = names.alternative(lead.over);
  return lead.by === 0
    ? [`${picks} level with ${over}`, `${picks}, level`, picks]
    : [`${picks} ahead of ${over} by ${points(lead.by)}`, `${picks} by ${points(lead.by)}`, picks];
}

/** Where several may be picked, and none is worth more than not having it. */
export const NO_PICK = 'none of them';

/** Thousandths as a percentage; all of it only where nothing can do better, though something may come out level. */
export function shareWords(share: number): string {
  return share < 10 ? '< 1 %' : `${Math.floor(share / 10)} %`;
}

/** What the shares are of; nothing where there are none. */
export function winsWords({
  share,
  appliesShare,
}: Pick<Standing, 'share' | 'appliesShare'>): string {
  const parts = [
    ...(share === undefined ? [] : [`wins in ${shareInWords(share)}`]),
    ...(appliesShare === undefined ? [] : [`applies in ${shareInWords(appliesShare)}`]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')} of the ways to answer the open questions`;
}

function shareInWords(share: number): string {
  return share < 10 ? 'less than 1 %' : shareWords(share);
}

/** How many questions can still change a decision; nothing where none can. */
export function dependsWords({
  dependsOn,
  appliesDependsOn = [],
}: Pick<Standing, 'dependsOn' | 'appliesDependsOn'>): string {
  const all = new Set([...dependsOn, ...appliesDependsOn]);
  return all.size === 0 ? '' : `depends on ${count(all.size, 'question')}`;
}

/** How the decisions stand, in a line: `22 decisions: 4 settled, 18 open · 12 questions can still matter`. */
export function standingText(
  { decisions }: Pick<Outlook, 'decisions'>,
  remaining: number,
  { glyphs }: Pick<Style, 'glyphs'>,
): string {
  const left =
    remaining === 0 ? 'no question is left' : `${count(remaining, 'question')} can still matter`;
  return `${count(decisions.length, 'decision')}: ${statusCounts(decisions)} ${glyphs.separator} ${left}`;
}
