import { likeliestOf } from '../../common/decided.ts';
import { plain } from '../../common/text.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Standing } from '../../model/outlook.ts';
import { count } from '../count.ts';
import { type Names, namesIn } from '../names.ts';

/** Who leads a decision, and by how far: `SQL ahead of NoSQL by 6 points`. */
export function leadWords(standing: Standing, names: Names): string {
  const [first] = leadVariants(standing, names, (by) => count(by, 'point'));
  return first;
}

/**
 * The same under a heading that tells what is counted: `SQL ahead of NoSQL by 6`; then in fewer words. Where a decision
 * likely does not apply, that comes before who would lead it.
 */
export function shortLeads(standing: Standing, names: Names): readonly [string, ...string[]] {
  if (!likeliestOf(standing).applies) return ['likely does not apply', 'may not apply'];
  return leadVariants(standing, names, String);
}

function leadVariants(
  { status, recommended, lead }: Standing,
  names: Names,
  points: (by: number) => string,
): readonly [string, ...string[]] {
  if (status === 'not-applicable') return ['does not apply'];
  if (status === 'infeasible') return ['every alternative is ruled out'];
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
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

/** Names without anything that could command a terminal. */
export function plainNames(knowledge: KnowledgeBase): Names {
  const names = namesIn(knowledge);
  return {
    quality: (id) => plain(names.quality(id)),
    alternative: (id) => plain(names.alternative(id)),
    alternatives: (ids) => plain(names.alternatives(ids)),
    decision: (id) => plain(names.decision(id)),
  };
}
