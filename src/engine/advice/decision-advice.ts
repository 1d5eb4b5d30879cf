import { once } from '../../common/lazy.ts';
import { citationOf, type Rating, ratingsOf } from '../../common/ratings.ts';
import type { DecisionAdvice, Sacrifice } from '../../model/advice.ts';
import type { Mitigation, Pattern } from '../../model/pattern.ts';
import type { Judged } from '../decide/judge.ts';
import { standingIn } from '../decide/score.ts';
import { keepsPick } from '../flip/keeps-pick.ts';
import type { RecommendedChange } from '../joint/joint-picks.ts';
import { namesOf } from '../table/masks.ts';
import type { DecisionEntry } from '../table/tables.ts';
import { rankAll } from './rank.ts';
import { shareOfPick } from './shares.ts';
import type { Case } from './situation.ts';

/**
 * Says what was judged of a decision, with a reason and a place for each point. Reasons, and whether the pick is firm, take
 * most of the time: each is worked out when it is first looked at, as a summary shows only some decisions.
 */
export function decisionAdvice(judged: Judged, given: Case): DecisionAdvice {
  const { entry, applicability, dependsOn } = judged;
  const change = given.joint.changeOf(entry.index);
  const picks = change?.picks ?? judged.picks;
  const head = headOf(judged, given, { picks, change });
  const isBounded = judged.isBounded || applicability.isBounded;
  const dependence = {
    dependsOn: given.idsOf(dependsOn),
    ...(isBounded && { dependsOnBounded: true as const }),
  };
  const firm = once(() => isFirm(judged, given));
  const ranking = once(() => rankAll(judged, given));
  const givesUp = once(() => givenUp(entry, picks, given));
  if (!hasPick(judged)) {
    return {
      ...head,
      ...dependence,
      get ranking() {
        return ranking();
      },
      get givesUp() {
        return givesUp();
      },
    };
  }
  return {
    ...head,
    get firm() {
      return firm();
    },
    ...dependence,
    get ranking() {
      return ranking();
    },
    get givesUp() {
      return givesUp();
    },
  };
}

interface Recommended {
  readonly picks: number;
  readonly change: RecommendedChange | undefined;
}

/** What is recommended and how sure that is, without reasons. */
function headOf(judged: Judged, given: Case, { picks, change }: Recommended) {
  const { entry, applicability, status, isPinned } = judged;
  const { id, title, ask, below, reversal } = entry.decision;
  const isUndecided = applicability.applies === 'undecided';
  return {
    id,
    title,
    ask,
    ...(below !== undefined && { below }),
    ...(reversal !== undefined && { reversal }),
    pinned: isPinned,
    status,
    recommended: namesOf(picks, entry.alternatives),
    ...(change && { joint: change.joint }),
    applies: applicability.applies,
    ...(isUndecided && { appliesDependsOn: given.idsOf(applicability.dependsOn) }),
    ...(isUndecided && given.joint.isApplied(entry.index) && { appliesAsPicked: true as const }),
    ...(status === 'open' && !isPinned && shareOfPick(judged)),
  };
}

/** A pin has no other pick to flip to. */
function hasPick({ status, isPinned }: Judged): boolean {
  return !isPinned && status !== 'not-applicable' && status !== 'infeasible';
}

/** Whether no single different answer to a question that is answered changes the pick, were the decision to apply. */
function isFirm({ tables: judged }: Judged, { given, answers, tables, near }: Case): boolean {
  const { questions, implying } = tables;
  return judged.every((each) => keepsPick(each, { given, answers, questions, implying, near }));
}

/**
 * The driving qualities on which a pick is below another alternative that could have been picked, in their order: for
 * each the one that does best. Where several may be picked, what each technique costs against not having it.
 */
function givenUp(entry: DecisionEntry, picks: number, { tables, answers }: Case): Sacrifice[] {
  const { qualities, patterns } = tables.knowledge;
  const { decision, alternatives } = entry;
  const recommended = namesOf(picks, alternatives);
  const standing = entry
    .tables()
    .flatMap((table) => namesOf(standingIn(table, answers), table.alternatives));
  const patternsOf = (ids: readonly string[]) => ids.flatMap((id) => patterns.get(id) ?? []);
  const others = standing.filter((id) => !recommended.includes(id));
  const rivals = decision.several ? [undefined] : patternsOf(others);
  return decision.driving
    .filter((quality) => qualities.has(quality))
    .flatMap((quality) =>
      patternsOf(recommended).flatMap((pick) => sacrifice(quality, pick, rivals)),
    );
}

/** A rival that is undefined stands for not having a technique. */
function sacrifice(
  quality: string,
  pick: Pattern,
  rivals: readonly (Pattern | undefined)[],
): Sacrifice[] {
  const own = ratingsOf(pick.claims).get(quality);
  const [best] = rivals
    .map((rival) => ({ rival, rating: ratingsOf(rival?.claims ?? []).get(quality) }))
    .sort((a, b) => height(b.rating) - height(a.rating));
  if (best === undefined || height(best.rating) <= height(own)) return [];
  const cost = own?.claims.find(({ effects }) =>
    effects.some((each) => each.quality === quality && each.value < 0),
  );
  const claim = cost ?? best.rating?.claims[0];
  const mitigation = pick.mitigations.find(({ qualities }) => qualities.includes(quality));
  if (claim === undefined) return [];
  return [
    {
      quality,
      ...(best.rival && { than: best.rival.id }),
      claimOf: cost ? pick.id : (best.rival?.id ?? pick.id),
      ...citationOf(claim),
      ...(mitigation && { mitigation: afterLabel(mitigation) }),
    },
  ];
}

/** Without the label, which names the quality. */
function afterLabel({ text, label }: Mitigation): string {
  return label === undefined ? text : text.slice(label.length + 1).trim() || text;
}

function height(rating: Rating | undefined): number {
  return rating?.rating ?? 0;
}
