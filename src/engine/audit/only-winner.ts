import type { Budget } from '../decide/compile.ts';
import type { Context, Contexts, Move } from '../decide/contexts.ts';
import { firstMembers, has } from '../table/masks.ts';

/** A point on the way, with the lead of the one that should win over each member of the context. */
interface State {
  readonly context: Context;
  readonly leads: readonly number[];
}

/**
 * Whether some completion makes a racer the only winner; undefined where the budget does not suffice. The search first
 * follows the answers after which its worst lead still has the best prospects, drops what cannot succeed any more, and
 * tries nothing twice.
 */
export function canBeOnlyWinner(
  racer: number,
  { start, residual: { base, racers } }: Contexts,
  budget: Budget,
): boolean | undefined {
  const tried = new Set<string>();
  const succeeds = (from: State): boolean => {
    budget.calls -= 1;
    const state = budget.calls < 0 ? undefined : inTheRace(from, racer);
    if (state === undefined) return false;
    const { members, mayFall, id } = state.context;
    if (members.length === 1 && mayFall === 0) return true;
    const key = `${id}/${state.leads.join()}`;
    if (tried.has(key)) return false;
    tried.add(key);
    const next = state.context.arcs.map((arc) => moved(state, arc, racer));
    const prospects = next.map((to) =>
      Math.min(...prospectsOf(to, racer).map((each) => each.highest)),
    );
    const order = [...next.keys()].sort((a, b) => (prospects[b] ?? 0) - (prospects[a] ?? 0));
    return order.some((place) => {
      const to = next[place];
      return to !== undefined && succeeds(to);
    });
  };
  const leads = base.map((points) => (base[racer] ?? 0) - points);
  const isFound = succeeds({ context: start(firstMembers(racers.length)), leads });
  return isFound || (budget.calls < 0 ? undefined : false);
}

/** Without the rivals that can only trail; undefined where one of the others certainly does not, or it is ruled out. */
function inTheRace(state: State, racer: number): State | undefined {
  const { context } = state;
  if (!has(context.racers, racer)) return undefined;
  let trailing = 0;
  for (const { rival, lowest, highest } of prospectsOf(state, racer)) {
    if (lowest > 0) trailing |= 1 << rival;
    else if (highest <= 0 && !has(context.mayFall, rival)) return undefined;
  }
  if (trailing === 0) return state;
  return moved(state, context.restrictedTo(context.racers & ~trailing), racer);
}

/** Of the lead over a rival at the end, where both stand. */
interface Prospect {
  readonly rival: number;
  readonly lowest: number;
  readonly highest: number;
}

function prospectsOf({ context: { members, lowest }, leads }: State, racer: number): Prospect[] {
  const own = members.indexOf(racer);
  const width = members.length;
  return members.flatMap((rival, place) => {
    const lead = leads[place] ?? 0;
    const prospect = {
      rival,
      lowest: lead + (lowest[own * width + place] ?? 0),
      highest: lead - (lowest[place * width + own] ?? 0),
    };
    return place === own ? [] : [prospect];
  });
}

function moved({ leads }: State, { to, source, added }: Move, racer: number): State {
  const own = added[to.members.indexOf(racer)] ?? 0;
  const after = source.map((place, member) => (leads[place] ?? 0) + own - (added[member] ?? 0));
  return { context: to, leads: after };
}
