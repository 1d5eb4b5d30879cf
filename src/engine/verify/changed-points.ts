import { grouped } from '../../common/lists.ts';
import { reasonWord } from '../../common/reason-word.ts';
import type { Citation, Contribution, RankedAlternative } from '../../model/advice.ts';
import type {
  RecordedAlternative,
  RecordedClaim,
  RecordedPoints,
  RecordedRule,
} from '../../model/record.ts';
import type { ChangedClaim, ChangedPoints, PointsOfSide } from '../../model/verification.ts';

/**
 * What counts otherwise than a record says, were the same answers given: the alternatives that came or went, then hard
 * rules, then points, those that moved most first. Sentences in other words, with the same points, do not count.
 */
export function changedPoints(
  then: readonly RecordedAlternative[],
  now: readonly RankedAlternative[],
): ChangedPoints[] {
  const ids = new Set([...then, ...now].map(({ alternative }) => alternative));
  const changes = [...ids].flatMap((id) => {
    const before = then.find(({ alternative }) => alternative === id);
    const after = now.find(({ alternative }) => alternative === id);
    if (before === undefined || after === undefined) return [cameOrWent(id, before, after)];
    return [...changedRules(before, after), ...changedReasons(before, after)];
  });
  return changes.sort((one, other) => weightOf(other) - weightOf(one));
}

function cameOrWent(
  alternative: string,
  before: RecordedAlternative | undefined,
  after: RankedAlternative | undefined,
): ChangedPoints {
  return {
    kind: 'alternative',
    ...{ alternative, because: [], claims: [] },
    ...(before && { before: { points: before.score } }),
    ...(after && { after: { points: after.score } }),
  };
}

/** Hard rules by their condition. */
function changedRules(before: RecordedAlternative, after: RankedAlternative): ChangedPoints[] {
  const { alternative } = before;
  const old = before.ruledOut ?? [];
  const present = after.excludedBy;
  const conditions = new Set([...old, ...present].map(({ because }) => because));
  return [...conditions].flatMap((because) => {
    const was = old.find((rule) => rule.because === because);
    const is = present.find((rule) => rule.because === because);
    if (was?.state === is?.state) return [];
    return [
      {
        kind: 'hard-rule' as const,
        ...{ alternative, because: [because] },
        ...(was && { before: { state: was.state } }),
        ...(is && { after: { state: is.state } }),
        claims: [{ ...(was && { before: claimOf(was) }), ...(is && { after: citedNow(is) }) }],
      },
    ];
  });
}

function claimOf({ text, document }: RecordedRule): RecordedClaim {
  return { text, document };
}

function citedNow({ text, file, line }: Pick<Citation, 'text' | 'file' | 'line'>) {
  return { text, document: file, line };
}

/** Points by what they are for: a quality, or the answers that give them. */
function changedReasons(before: RecordedAlternative, after: RankedAlternative): ChangedPoints[] {
  const { alternative } = before;
  const old = byReason(before.points, (each) => each.because);
  const present = byReason(after.contributions, (each) => each.because.map(reasonWord));
  return [...new Set([...old.keys(), ...present.keys()])].flatMap((key) => {
    const was = old.get(key) ?? [];
    const is = present.get(key) ?? [];
    return sumOf(was) === sumOf(is) ? [] : [changeOf(alternative, was, is)];
  });
}

interface Counted {
  readonly kind: RecordedPoints['kind'];
  readonly quality?: string;
  readonly points: number;
}

function byReason<T extends Counted>(
  all: readonly T[],
  becauseOf: (each: T) => readonly string[],
): Map<string, T[]> {
  return grouped(all, (each) =>
    each.kind === 'quality' ? `quality ${each.quality}` : `${each.kind} ${becauseOf(each).join()}`,
  );
}

function sumOf(all: readonly Counted[]): number {
  return all.reduce((sum, { points }) => sum + points, 0);
}

function changeOf(
  alternative: string,
  was: readonly RecordedPoints[],
  is: readonly Contribution[],
): ChangedPoints {
  const [first] = was;
  const [present] = is;
  const quality = present?.kind === 'quality' ? present.quality : first?.quality;
  return {
    kind: present?.kind ?? first?.kind ?? 'evidence',
    alternative,
    ...(quality !== undefined && { quality }),
    because: present?.because.map(reasonWord) ?? first?.because ?? [],
    ...(first && { before: { ...sideOf(first), points: sumOf(was) } }),
    ...(present && { after: { ...sideOf(present), points: sumOf(is) } }),
    claims: changedClaims(
      was.flatMap(({ claims }) => claims),
      is.flatMap(({ claims }) => claims),
    ),
  };
}

function sideOf(side: RecordedPoints | Contribution): PointsOfSide {
  const { points } = side;
  const isRated = 'weight' in side && side.weight !== undefined && side.rating !== undefined;
  return { points, ...(isRated && { weight: side.weight, rating: side.rating }) };
}

/** The sentences that only one side has. */
function changedClaims(then: readonly RecordedClaim[], now: readonly Citation[]): ChangedClaim[] {
  const gone = then.filter(({ text }) => now.every((claim) => claim.text !== text));
  const come = now.filter(({ text }) => then.every((claim) => claim.text !== text));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [was, is] = [gone[index], come[index]];
    return { ...(was && { before: was }), ...(is && { after: citedNow(is) }) };
  });
}

const RANKS = { alternative: 3, 'hard-rule': 2, quality: 0, evidence: 0, certain: 0 } as const;
/** More than any points. */
const FIRST = 1_000_000;

function weightOf({ kind, before, after }: ChangedPoints): number {
  return RANKS[kind] * FIRST + Math.abs((after?.points ?? 0) - (before?.points ?? 0));
}
