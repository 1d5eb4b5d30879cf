import { likeliestOf, overallStatus } from '../../common/decided.ts';
import { likelihoodOf } from '../../common/likelihood.ts';
import type { Outlook, Standing } from '../../model/outlook.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from './names.ts';
import { count } from './numbers.ts';
import { APPLIES, statusCounts, statusWord } from './status.ts';

/** What a decision picks, in fewer words where it likely does not apply: `SQL`, `SQL, to fit the other picks`. */
export function pickWords(standing: Standing, names: Names): string {
  const { status, recommended, joint } = standing;
  if (status === 'not-applicable') return APPLIES.no;
  if (status === 'infeasible') return 'every alternative is ruled out';
  if (!likeliestOf(standing).applies) return `likely ${APPLIES.no}`;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  return joint && recommended.length > 0 ? `${picks}, to fit the other picks` : picks;
}

/** How sure it is: `settled`; where it is open `likely 93%` or `toss-up 41%`. */
export function likelihoodWords(standing: Standing): string {
  const status = overallStatus(standing);
  if (status !== 'open') return statusWord({ status, pinned: false });
  const { share } = likeliestOf(standing);
  return `${likelihoodOf(share)} ${shareWords(share)}`;
}

/** Where several may be picked, and none is worth more than not having it. */
export const NO_PICK = 'none of them';

/** Thousandths as a percentage; all of it only if nothing can do better, though something may come out level. */
export function shareWords(share: number): string {
  return share < 10 ? '< 1%' : `${Math.floor(share / 10)}%`;
}

/** What the shares are of; nothing if there are none. */
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
  return share < 10 ? 'less than 1%' : shareWords(share);
}

/** How many questions can still change a decision; nothing if none can. */
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
    remaining === 0 ? 'no questions left' : `${count(remaining, 'question')} can still matter`;
  return `${count(decisions.length, 'decision')}: ${statusCounts(decisions)} ${glyphs.separator} ${left}`;
}
