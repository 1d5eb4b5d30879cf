import { NONE } from '../../common/answers.ts';

/** One member that comes or goes, alone or by swapping it. */
export interface MemberChange {
  readonly kind: 'added' | 'gone' | 'swapped-in';
  readonly member: string;
  /** What it may be swapped for: where it goes, what comes instead; where it comes, what goes. */
  readonly swaps: readonly string[];
}

/**
 * What comes and goes on the way to some sets, each one member away. A swap stands with the member that does it by
 * going or coming alone as well, else with the other swaps that bring in the same member.
 */
export function changedMembers(
  before: readonly string[],
  sets: readonly (readonly string[])[],
): MemberChange[] {
  const steps = sets.map((after) => ({
    added: membersOf(after).find((id) => !before.includes(id)),
    gone: membersOf(before).find((id) => !after.includes(id)),
  }));
  const gone = steps.flatMap((step) => (step.added === undefined ? [step.gone ?? NONE] : []));
  const added = steps.flatMap((step) => (step.gone === undefined ? [step.added ?? NONE] : []));
  const swaps = steps.flatMap(({ added: come, gone: go }) =>
    come !== undefined && go !== undefined ? [{ come, go }] : [],
  );
  const forGone = swaps.filter(({ go }) => gone.includes(go));
  const forAdded = swaps.filter(({ come, go }) => !gone.includes(go) && added.includes(come));
  const rest = swaps.filter(({ come, go }) => !gone.includes(go) && !added.includes(come));
  const brought = new Set(rest.map(({ come }) => come));
  const leaving = (among: readonly Swap[], member: string) =>
    among.filter(({ come }) => come === member).map(({ go }) => go);
  return [
    ...gone.map((member): MemberChange => {
      const instead = forGone.filter(({ go }) => go === member).map(({ come }) => come);
      return { kind: 'gone', member, swaps: instead };
    }),
    ...added.map((member): MemberChange => {
      return { kind: 'added', member, swaps: leaving(forAdded, member) };
    }),
    ...[...brought].map((member): MemberChange => {
      return { kind: 'swapped-in', member, swaps: leaving(rest, member) };
    }),
  ];
}

interface Swap {
  readonly come: string;
  readonly go: string;
}

function membersOf(set: readonly string[]): string[] {
  return set.filter((id) => id !== NONE);
}
