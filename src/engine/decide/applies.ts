import { once } from '../../common/lazy.ts';
import { type Literal, meets } from '../table/conditions.ts';
import { membersOf } from '../table/masks.ts';
import { isOpen, narrowedSlot } from '../table/slots.ts';
import type { DecisionEntry, Demand, PickDemand, PinMasks, Tables } from '../table/tables.ts';
import {
  and,
  type BooleanDiagram,
  type Combining,
  constantOf,
  literalDiagram,
  NO,
  not,
  or,
  YES,
} from './boolean.ts';
import { certainlyApplies, type Earlier } from './certainly-applies.ts';
import { type Budget, compileInOrder, type Labels } from './compile.ts';
import { type Diagram, relabelled } from './diagram.ts';
import { type JudgedTable, PREPARED_CALLS, picksAmong } from './judge-table.ts';
import { orderOf } from './order.ts';
import { preparedApplicability } from './prepared-diagrams.ts';
import { distributionOf, questionsOf } from './queries.ts';
import type { Residual } from './residual.ts';

/** Whether a decision applies, over all completions. */
export interface Applicability {
  readonly applies: 'yes' | 'no' | 'undecided';
  /** The indexes of the open questions of which one answer alone can change it; empty unless undecided. */
  readonly dependsOn: readonly number[];
  /** It was too much to work out: it may be certain, and `dependsOn` may hold questions that do not matter. */
  readonly isBounded: boolean;
  /** The part of the completions in which it applies; where it was worked out. */
  readonly share?: number;
  /** Where it is undecided and was worked out. */
  readonly diagram?: BooleanDiagram | undefined;
}

const APPLIES: Applicability = { applies: 'yes', dependsOn: [], isBounded: false, share: 1 };
const NEVER: Applicability = { applies: 'no', dependsOn: [], isBounded: false, share: 0 };

/** Whether a decision applies (docs/model.md, "Parents and children"); a pinned one always does. */
export function applicabilityOf(entry: DecisionEntry, earlier: Earlier): Applicability {
  const certain = certainlyApplies(entry, earlier);
  if (certain !== undefined) return certain ? APPLIES : NEVER;
  const { tables, pins, calls } = earlier;
  const parents = parentsOf(entry, tables, pins);
  const prepared =
    calls < PREPARED_CALLS ? undefined : preparedApplicability(entry, parents, earlier);
  if (prepared === undefined) return compiledApplicability(entry, earlier);
  const diagram = once(() => compiledApplicability(entry, earlier).diagram);
  return {
    applies: 'undecided',
    isBounded: false,
    ...prepared,
    get diagram() {
      return diagram();
    },
  };
}

function compiledApplicability(entry: DecisionEntry, earlier: Earlier): Applicability {
  const order = jointOrder(entry, earlier);
  const budget: Budget = { calls: earlier.calls };
  const diagram = appliesDiagram(entry, {
    ...earlier,
    order,
    budget,
    questionAt: (index) => {
      const slot = earlier.tables.questions[index];
      return slot && narrowedSlot(slot, earlier.answers[index] ?? 0);
    },
    known: new Map(),
  });
  if (budget.calls < 0)
    return { applies: 'undecided', dependsOn: [...order].sort((a, b) => a - b), isBounded: true };
  const constant = constantOf(diagram);
  if (constant !== undefined) return constant ? APPLIES : NEVER;
  return new Undecided(diagram);
}

class Undecided implements Applicability {
  readonly applies = 'undecided';
  readonly dependsOn: readonly number[];
  readonly isBounded = false;
  readonly diagram: BooleanDiagram;

  constructor(diagram: BooleanDiagram) {
    this.dependsOn = questionsOf(diagram);
    this.diagram = diagram;
  }

  get share(): number {
    return distributionOf(this.diagram).get(1) ?? 0;
  }
}

interface Compiling extends Earlier, Combining {
  /** By decision what is compiled: many ways may lead to one that others depend on. */
  readonly known: Map<DecisionEntry, BooleanDiagram>;
}

/**
 * The open questions that decide it, through its parents too: those that only conditions name, then table by table, as each
 * of them was compiled.
 */
function jointOrder(entry: DecisionEntry, earlier: Earlier): number[] {
  const { tables, answers, pins, judged } = earlier;
  const parents = parentsOf(entry, tables, pins);
  const chain = [entry, ...parents.flatMap((index) => tables.decisions[index] ?? [])];
  const named = chain
    .filter(({ index }) => !pins.has(index))
    .flatMap(({ appliesWhen }) => appliesWhen.flat())
    .flatMap((demand) => ('slot' in demand ? [demand.slot] : []));
  const weighed = parents
    .flatMap((parent) => judged.get(parent) ?? [])
    .filter(({ status }) => status === 'open')
    .flatMap((each) =>
      each.diagram ? each.diagram.levels.map(({ slot }) => slot) : slotsInOrder(each.residual),
    );
  const alone = named.filter((slot) => !weighed.includes(slot));
  return [...new Set([...alone, ...weighed])].filter((slot) => isOpen(answers[slot]));
}

function slotsInOrder(residual: Residual): number[] {
  return orderOf(residual).flatMap((level) => residual.levels[level]?.columns.slot ?? []);
}

/** The decisions that decide whether one applies, in their order; a pinned one depends on none. */
export function parentsOf(entry: DecisionEntry, tables: Tables, pins: PinMasks): readonly number[] {
  if (pins.size === 0) return entry.parents;
  const found = new Set<number>();
  const visit = ({ index, appliesWhen }: DecisionEntry) => {
    if (pins.has(index)) return;
    for (const parent of decisionsIn(appliesWhen, tables)) {
      if (found.has(parent.index)) continue;
      found.add(parent.index);
      visit(parent);
    }
  };
  visit(entry);
  return [...found].sort((a, b) => a - b);
}

function decisionsIn(
  appliesWhen: DecisionEntry['appliesWhen'],
  { decisions }: Tables,
): DecisionEntry[] {
  return appliesWhen
    .flat()
    .flatMap((demand) => ('decision' in demand ? (decisions[demand.decision] ?? []) : []));
}

function appliesDiagram(entry: DecisionEntry, compiling: Compiling): BooleanDiagram {
  const { pins, known } = compiling;
  if (entry.appliesWhen.length === 0 || pins.has(entry.index)) return YES;
  const before = known.get(entry);
  if (before !== undefined) return before;
  const diagram = anyOf(smallestFirst(entry.appliesWhen), compiling, (demands) =>
    allOf(answersFirst(demands), compiling, (demand) => demandDiagram(demand, compiling)),
  );
  known.set(entry, diagram);
  return diagram;
}

/** Diagrams of picks are large, so that each is combined once, with what all small ones come to. */
function smallestFirst(conditions: DecisionEntry['appliesWhen']): DecisionEntry['appliesWhen'] {
  const picksIn = (demands: readonly Demand[]) => demands.filter(isOnPick).length;
  return conditions.toSorted((a, b) => picksIn(a) - picksIn(b));
}

function answersFirst(demands: readonly Demand[]): readonly Demand[] {
  return demands.toSorted((a, b) => Number(isOnPick(a)) - Number(isOnPick(b)));
}

function isOnPick(demand: Demand): boolean {
  return 'decision' in demand;
}

function anyOf<T>(
  items: readonly T[],
  combining: Combining,
  diagramOf: (item: T) => BooleanDiagram,
): BooleanDiagram {
  let any = NO;
  for (const item of items) {
    if (constantOf(any) === true) return YES;
    any = or(any, diagramOf(item), combining);
  }
  return any;
}

function allOf<T>(
  items: readonly T[],
  combining: Combining,
  diagramOf: (item: T) => BooleanDiagram,
): BooleanDiagram {
  let all = YES;
  for (const item of items) {
    if (constantOf(all) === false) return NO;
    all = and(all, diagramOf(item), combining);
  }
  return all;
}

function demandDiagram(demand: Demand, compiling: Compiling): BooleanDiagram {
  if ('slot' in demand) return answerDiagram(demand, compiling);
  const parent = compiling.tables.decisions[demand.decision];
  if (parent === undefined) return NO;
  const applies = appliesDiagram(parent, compiling);
  if (constantOf(applies) === false) return NO;
  return and(applies, pickDiagram(parent, demand, compiling), compiling);
}

function answerDiagram(
  { slot, masks }: Literal,
  { questionAt, answers }: Compiling,
): BooleanDiagram {
  const question = questionAt(slot);
  const answer = answers[slot] ?? 0;
  if (!isOpen(answer)) return meets(answer, masks) ? YES : NO;
  return question ? literalDiagram(question, masks) : NO;
}

/** Whether the pick of a decision, were it to apply, meets what is asked. */
function pickDiagram(
  parent: DecisionEntry,
  { masks }: PickDemand,
  compiling: Compiling,
): BooleanDiagram {
  const judged = compiling.judged.get(parent.index) ?? [];
  const [only] = judged;
  if (only === undefined) return NO;
  if (!only.table.isTechnique)
    return winnersDiagram(only, (picks) => meets(picks, masks), compiling);
  return allOf(masks, compiling, (mask) => techniquesDiagram(parent, { mask, judged }, compiling));
}

/** Whether one of some techniques is picked; the baseline is where none at all is. */
function techniquesDiagram(
  { baseline }: DecisionEntry,
  { mask, judged }: { readonly mask: number; readonly judged: readonly JudgedTable[] },
  compiling: Compiling,
): BooleanDiagram {
  const isPicked = (each: JudgedTable) => winnersDiagram(each, (picks) => picks !== 0, compiling);
  const wanted = judged.filter(({ table }) => ((table.picks[1] ?? 0) & mask) !== 0);
  const named = anyOf(wanted, compiling, isPicked);
  if ((baseline & mask) === 0) return named;
  return or(named, not(anyOf(judged, compiling, isPicked)), compiling);
}

/** Whether the picks of a table are accepted; picks are a mask of the decision, and 0 is never accepted by more than none. */
function winnersDiagram(
  judged: JudgedTable,
  accepts: (picks: number) => boolean,
  { order, budget }: Compiling,
): BooleanDiagram {
  const { status, picks, diagram } = judged;
  if (status !== 'open') return accepts(picks) ? YES : NO;
  const places = new Map(order.map((slot, place) => [slot, place]));
  if (diagram && isInOrder(diagram, places))
    return relabelled(diagram, (each) => Number(accepts(each)));
  const { residual } = judged;
  const placeOf = (level: number) => places.get(residual.levels[level]?.columns.slot ?? -1) ?? 0;
  const levels = [...residual.levels.keys()].sort((a, b) => placeOf(a) - placeOf(b));
  return compileInOrder(residual, levels, { labels: labelsOf(residual, accepts), budget }) ?? NO;
}

/** Questions without a place are answered: the diagram was restricted, and has no node for them. */
function isInOrder({ levels }: Diagram, places: ReadonlyMap<number, number>): boolean {
  const own = levels.flatMap(({ slot }) => places.get(slot) ?? []);
  return own.every((place, depth) => depth === 0 || place > (own[depth - 1] ?? 0));
}

/** Certain early where all racers alone are accepted and one always stands, or where not even all together are. */
function labelsOf(residual: Residual, accepts: (picks: number) => boolean): Labels {
  const isAccepted = (racers: number) => accepts(picksAmong(residual, racers));
  const alone = residual.racers.map((_, racer) => isAccepted(1 << racer));
  return {
    of: (winners) => Number(isAccepted(winners)),
    early: (racers, isSafe) => {
      if (!isAccepted(racers) && !isAccepted(0)) return 0;
      return isSafe && membersOf(racers).every((racer) => alone[racer]) ? 1 : undefined;
    },
  };
}
