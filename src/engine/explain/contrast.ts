import { largest } from '../../common/lists.ts';
import type { Contribution, QualityContribution, RankedAlternative } from '../../model/advice.ts';
import type { Contrast, ContrastEntry, Cover } from '../../model/explanation.ts';

/** An alternative against a rival, or a technique against not having it: entries that sum exactly to the lead. */
export function contrast(own: RankedAlternative, rival?: RankedAlternative): Contrast {
  const { alternative, score, excludedBy, picked, status, dependsOn, unreasoned } = own;
  const entries = [
    ...qualityEntries(own, rival),
    ...evidenceEntries(own, rival),
    ...certainEntries(own, rival),
  ].filter(({ points }) => points !== 0);
  const alike = pointsAlike(own, rival);
  return {
    alternative,
    score,
    excludedBy,
    ...(picked !== undefined && { picked }),
    ...(status !== undefined && { status }),
    ...(dependsOn !== undefined && { dependsOn }),
    ...(unreasoned && { unreasoned }),
    ...(rival && { over: partOf(rival) }),
    lead: score - (rival?.score ?? 0),
    ...(alike !== 0 && { alike }),
    entries: covered(bySize(entries)),
  };
}

/** What neither side has more of: the same on a quality, or however a question is answered. */
function pointsAlike(own: Side, rival: Side): number {
  const sides = [qualitiesOf, certainOf].flatMap((of) => {
    const theirs: ReadonlyMap<string, Contribution> = of(rival);
    return [...of(own)].filter(([id, { points }]) => theirs.get(id)?.points === points);
  });
  return sides.reduce((sum, [, { points }]) => sum + points, 0);
}

function partOf({ alternative, score, excludedBy }: RankedAlternative) {
  return { alternative, score, excludedBy };
}

/** For before against, large before small; equal ones stay as they are. */
function bySize(entries: readonly ContrastEntry[]): ContrastEntry[] {
  return [...entries].sort(
    (a, b) => Math.sign(b.points) - Math.sign(a.points) || Math.abs(b.points) - Math.abs(a.points),
  );
}

type Side = Pick<RankedAlternative, 'contributions'> | undefined;

function qualityEntries(own: Side, rival: Side): ContrastEntry[] {
  const ours = qualitiesOf(own);
  const theirs = qualitiesOf(rival);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((quality) => {
    const mine = ours.get(quality);
    const other = theirs.get(quality);
    const { weight = 0, because = [] } = mine ?? other ?? {};
    return [
      {
        kind: 'quality' as const,
        quality,
        points: (mine?.points ?? 0) - (other?.points ?? 0),
        weight,
        rating: mine?.rating ?? 0,
        rivalRating: other?.rating ?? 0,
        because,
        claims: mine?.claims ?? [],
        rivalClaims: other?.claims ?? [],
      },
    ];
  });
}

function qualitiesOf(side: Side): Map<string, QualityContribution> {
  const qualities = (side?.contributions ?? []).flatMap((each) =>
    each.kind === 'quality' ? [[each.quality, each] as const] : [],
  );
  return new Map(qualities);
}

/** Each piece of evidence for itself: what speaks for the rival speaks against the alternative. */
function evidenceEntries(own: Side, rival: Side): ContrastEntry[] {
  const isEvidence = ({ kind }: Contribution) => kind === 'evidence';
  const ours = (own?.contributions ?? []).filter(isEvidence);
  const theirs = (rival?.contributions ?? []).filter(isEvidence);
  return [
    ...ours.map(({ points, because, claims }) => ({ points, because, claims, rivalClaims: [] })),
    ...theirs.map(({ points, because, claims }) => ({
      points: -points,
      because,
      claims: [],
      rivalClaims: claims,
    })),
  ].map((entry) => ({ kind: 'evidence', ...entry }));
}

/** Joined by the open question. */
function certainEntries(own: Side, rival: Side): ContrastEntry[] {
  const ours = certainOf(own);
  const theirs = certainOf(rival);
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((question) => {
    const mine = ours.get(question);
    const other = theirs.get(question);
    return {
      kind: 'certain',
      points: (mine?.points ?? 0) - (other?.points ?? 0),
      because: [{ question }],
      claims: mine?.claims ?? [],
      rivalClaims: other?.claims ?? [],
    };
  });
}

function certainOf(side: Side): Map<string, Contribution> {
  const certain = (side?.contributions ?? []).flatMap((each) =>
    each.kind === 'certain'
      ? each.because.flatMap((reason) =>
          reason === 'base' ? [] : [[reason.question, each] as const],
        )
      : [],
  );
  return new Map(certain);
}

/**
 * The same entries, each one against the alternative with those for it that make up for it: the largest that is left
 * first, so that each takes as few as it can. No point makes up twice; what is left over in the end is the lead.
 */
export function covered(entries: readonly ContrastEntry[]): ContrastEntry[] {
  const left = entries.map(({ points }) => Math.max(points, 0));
  return entries.map((entry) => {
    if (entry.points > 0) return entry;
    const coveredBy = allot(-entry.points, left);
    const uncovered = -entry.points - total(coveredBy);
    return {
      ...entry,
      ...(coveredBy.length > 0 && { coveredBy }),
      ...(uncovered > 0 && { uncovered }),
    };
  });
}

/** Takes points out of what is left. */
function allot(wanted: number, left: number[]): Cover[] {
  const covers: Cover[] = [];
  for (let rest = wanted; rest > 0; ) {
    const most = largest(left, 0);
    if (most === 0) break;
    const entry = left.indexOf(most);
    const points = Math.min(most, rest);
    covers.push({ entry, points });
    left[entry] = most - points;
    rest -= points;
  }
  return covers;
}

function total(covers: readonly Cover[]): number {
  return covers.reduce((sum, { points }) => sum + points, 0);
}
