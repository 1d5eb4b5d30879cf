import { smallest } from '../../common/lists.ts';
import type { AuditFinding } from '../../model/audit.ts';
import type { Alternative, Decision } from '../../model/decision.ts';
import type { Budget } from '../decide/compile.ts';
import { type Context, type Contexts, contextsOf, type Move } from '../decide/contexts.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { orderOf } from '../decide/order.ts';
import { pairsOf } from '../decide/pairs.ts';
import { residualAmong } from '../decide/residual.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { firstMembers, has } from '../table/masks.ts';
import type { AuditedDecision } from './audited-decisions.ts';

/** A table with what is known of its outcomes. */
export interface TableOutcomes {
  readonly judged: JudgedTable;
  /** Picks that some completions come to. */
  readonly seen: ReadonlySet<number>;
  /** Calls to search for others. */
  readonly calls: number;
}

/** Whether an alternative can be picked, and why not. */
type Verdict = 'can' | 'undecided' | { readonly because: string; readonly hint?: string };

/**
 * The alternatives of a decision that no answers make the pick, alone where only one may be picked: a table has to come
 * to it, were the decision to apply, and the decision has to apply under some answers.
 */
export function neverWins(
  decision: AuditedDecision,
  tables: readonly TableOutcomes[],
): AuditFinding[] {
  const { canApply, entry } = decision;
  const { alternatives, title } = entry.decision;
  const never = {
    because: `no set of answers makes ${title} apply`,
    hint: 'check its `applies-when`',
  };
  return alternatives.flatMap((alternative) => {
    const verdict = canApply === false ? never : verdictOn(alternative.id, decision, tables);
    const isUnsure = verdict === 'can' && canApply === undefined;
    return findingOf(alternative, entry.decision, isUnsure ? 'undecided' : verdict);
  });
}

function verdictOn(
  alternative: string,
  { entry, canBeNone }: AuditedDecision,
  tables: readonly TableOutcomes[],
): Verdict {
  const pick = 1 << entry.alternatives.indexOf(alternative);
  if (pick !== entry.baseline) {
    const own = tables.find(({ judged }) => judged.table.alternatives.includes(alternative));
    return own ? verdictIn(own, pick) : { because: NO_ANSWERS };
  }
  const settled = tables.find(({ judged }) => judged.status !== 'open' && judged.picks !== 0);
  if (settled) return { because: `${nameOf(1, settled.judged.table)} is always picked` };
  const can = canBeNone();
  return can === undefined ? 'undecided' : can ? 'can' : { because: NO_ANSWERS };
}

const NO_ANSWERS = 'no set of answers leads to it';

/** Reasons come before the search, which gives none. */
function verdictIn({ judged, seen, calls }: TableOutcomes, pick: number): Verdict {
  if (seen.has(pick)) return 'can';
  const { table, residual } = judged;
  const place = table.picks.indexOf(pick);
  const because = reasonAgainst(place, table);
  if (because !== undefined) return { because };
  const racer = residual.racers.indexOf(place);
  if (racer < 0) return { because: NO_ANSWERS };
  const contexts = contextsOf(residual, orderOf(residual));
  const can = canBeOnlyWinner(racer, contexts, { calls });
  return can === undefined ? 'undecided' : can ? 'can' : { because: NO_ANSWERS };
}

/** It never stands, or another one that always stands never trails it. */
function reasonAgainst(own: number, table: DecisionTable): string | undefined {
  if (!mayStand(own, table)) return 'every set of answers rules it out';
  const places = [...table.alternatives.keys()];
  const better = places.find((other) => other !== own && isNeverBehind(other, own, table));
  return better === undefined ? undefined : `${nameOf(better, table)} is always at least as good`;
}

function mayStand(place: number, table: DecisionTable): boolean {
  const { racers, pairs } = amongOf([place], table);
  return racers.length > 0 && pairs.standing(0).mayStand;
}

function isNeverBehind(place: number, other: number, table: DecisionTable): boolean {
  const { racers, pairs } = amongOf([place, other], table);
  const [own, rival] = [racers.indexOf(place), racers.indexOf(other)];
  if (own < 0 || rival < 0 || pairs.standing(own).mayFall) return false;
  return (pairs.range(own, rival)?.lowest ?? 0) >= 0;
}

/** Some alternatives of a table, with nothing answered. */
function amongOf(places: readonly number[], table: DecisionTable) {
  const mask = places.reduce((all, place) => all | (1 << place), 0);
  const residual = residualAmong(table, new Int32Array(0), mask);
  return { ...residual, pairs: pairsOf(contextsOf(residual, orderOf(residual))) };
}

/** An alternative of a table, as a message names it. */
export function nameOf(place: number, { alternatives }: DecisionTable): string {
  const id = alternatives[place] ?? '';
  return id === '' ? 'doing without it' : `\`${id}\``;
}

function findingOf(
  { id, name, place }: Alternative,
  decision: Decision,
  verdict: Verdict,
): AuditFinding[] {
  if (verdict === 'can') return [];
  const rule = 'never-wins';
  const finding = { rule, severity: 'error' as const, subject: `${decision.id}/${id}`, place };
  if (verdict === 'undecided') {
    const message = `Cannot tell whether any answers make ${name} the pick: there are too many to try`;
    return [{ ...finding, message, hint: 'check its conditions and the points of its rivals' }];
  }
  const message = `${name} is never picked${decision.several ? '' : ' alone'}: ${verdict.because}`;
  return [{ ...finding, message, hint: verdict.hint ?? HINT }];
}

const HINT = 'give it a benefit or a condition that its rivals do not have, or remove it';

/** A point on the way, with the lead of the one that should win over each member of the context. */
interface State {
  readonly context: Context;
  readonly leads: readonly number[];
}

/**
 * Whether some completion makes a racer the only winner; undefined if the budget does not suffice. The search first
 * follows the answers after which its worst lead still has the best prospects, drops what can no longer succeed, and
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
      smallest(prospectsOf(to, racer).map((each) => each.highest)),
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

/** Without the rivals that can only trail; undefined if one of the others certainly does not, or it is ruled out. */
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
