import { addAll } from '../../common/lists.ts';
import { has, membersOf } from '../table/masks.ts';
import type { Arc, Context, Contexts } from './contexts.ts';

/**
 * Answers that are given, on a residual in which nothing is answered: which class each level has, and at which levels it
 * may differ at a price. All other levels are open, and cost nothing.
 */
export interface GivenAnswers {
  /** By level the index of the class that is given; undefined if the level is open. */
  readonly classes: readonly (number | undefined)[];
  /** By level whether the answer must stay. */
  readonly isFixed: (level: number) => boolean;
  /** Whether the answers that must stay imply nothing against each of some classes of a level. */
  readonly isLeft: (level: number, classes: readonly number[]) => boolean;
  /** The other questions whose answers, if they had to stay, could imply something against all of some classes of a level. */
  readonly implying: (level: number, classes: readonly number[]) => readonly number[];
}

/** Questions of which at least one answer has to stay so that the winners do not change in one way. */
export type Cut = readonly number[];

/**
 * A small cut for each way in which the winners may change: a winner is ruled out, falls behind a rival, or loses a
 * tie. None if the answers that must stay settle the winners however the others were answered. Winners are a mask of
 * racers, 0 where nothing stands.
 */
export function cutsOf(contexts: Contexts, winners: number, given: GivenAnswers): Cut[] {
  const { residual } = contexts;
  const all = residual.racers.map((_, racer) => racer);
  const search = { contexts, given, known: new Map<Context, Steps>() };
  if (winners === 0) return all.flatMap((racer) => cutToStand(racer, search));
  const own = membersOf(winners);
  const [first = 0] = own;
  const falls = own.flatMap((racer) => cutToFall(racer, search));
  const trails = all
    .filter((racer) => racer !== first)
    .flatMap((rival) => {
      const isTied = has(winners, rival);
      return [
        ...cutToLead(rival, first, isTied ? 1 : 0, search),
        ...(isTied ? cutToLead(first, rival, 1, search) : []),
      ];
    });
  return [...falls, ...trails];
}

interface Search {
  readonly contexts: Contexts;
  readonly given: GivenAnswers;
  readonly known: Map<Context, Steps>;
}

/** By how many answers may change the best that can be reached, and the step that leads there. */
type Steps = readonly (Step | undefined)[];

interface Step {
  /** The lead of the one that is wanted ahead; 0 where only standing counts. */
  readonly value: number;
  readonly to: Context;
  /** The changes left after the step. */
  readonly left: number;
  /** The questions whose answers could keep from going there. */
  readonly behind: readonly number[];
}

/** What is wanted at the end of the way. */
interface Goal {
  /** The value of a context that ends the way, or from where on nothing changes; undefined if it goes on. */
  readonly end: (context: Context) => number | undefined;
  /** What an arc adds to the value. */
  readonly added: (arc: Arc) => number;
}

/** At least one completion in which it stands. */
function cutToStand(racer: number, search: Search): Cut[] {
  const goal: Goal = {
    end: ({ members, mayFall }) => (members.length === 0 ? NEVER : mayFall === 0 ? 0 : undefined),
    added: () => 0,
  };
  return fewestChanges(search.contexts.start(1 << racer), goal, { ...search, needed: 0 });
}

function cutToFall(racer: number, search: Search): Cut[] {
  const start = search.contexts.start(1 << racer);
  const goal: Goal = {
    end: ({ members, mayFall }) => (members.length === 0 ? 0 : mayFall === 0 ? NEVER : undefined),
    added: () => 0,
  };
  return fewestChanges(start, goal, { ...search, known: new Map(), needed: 0 });
}

/** A completion in which both stand and one leads the other by at least so much. */
function cutToLead(ahead: number, behind: number, margin: number, search: Search): Cut[] {
  const { base } = search.contexts.residual;
  const isFirst = ahead < behind;
  const goal: Goal = {
    end: (context) => {
      if (context.members.length < 2) return NEVER;
      return context.arcs.length === 0 ? 0 : undefined;
    },
    added: ({ added }) => (isFirst ? -(added[1] ?? 0) : (added[1] ?? 0)),
  };
  const lead = (base[ahead] ?? 0) - (base[behind] ?? 0);
  const start = search.contexts.start((1 << ahead) | (1 << behind));
  return fewestChanges(start, goal, { ...search, known: new Map(), needed: margin - lead });
}

const NEVER = Number.NEGATIVE_INFINITY;

/** The levels changed on the way to what is needed that changes the fewest; nothing if no way leads there. */
function fewestChanges(
  start: Context,
  goal: Goal,
  search: Search & { readonly needed: number },
): Cut[] {
  const steps = stepsFrom(start, goal, search);
  const changes = steps.findIndex((step) => step !== undefined && step.value >= search.needed);
  if (changes < 0) return [];
  const cut: number[] = [];
  let [context, left] = [start, changes];
  while (goal.end(context) === undefined) {
    const step = stepsFrom(context, goal, search)[left];
    if (step === undefined) break;
    addAll(cut, step.behind);
    [context, left] = [step.to, step.left];
  }
  return [cut];
}

function stepsFrom(context: Context, goal: Goal, search: Search): Steps {
  const known = search.known.get(context);
  if (known !== undefined) return known;
  const ended = goal.end(context);
  if (ended !== undefined)
    return ended === NEVER ? [] : [{ value: ended, to: context, left: 0, behind: [] }];
  const best: (Step | undefined)[] = [];
  for (const arc of context.arcs) addSteps(best, arc, { context, goal, search });
  const steps = settle(best);
  search.known.set(context, steps);
  return steps;
}

interface Around {
  readonly context: Context;
  readonly goal: Goal;
  readonly search: Search;
}

/** What an arc leads to; where its answer is not the given one, with one more change. */
function addSteps(best: (Step | undefined)[], arc: Arc, { context, goal, search }: Around): void {
  const { contexts, given } = search;
  const level = contexts.order[context.depth] ?? 0;
  const isGiven = isGivenAt(level, arc, given);
  if (isBarred(level, arc, given)) return;
  const { to } = arc;
  const implying = given.implying(level, arc.classes);
  const slot = contexts.residual.levels[level]?.columns.slot ?? 0;
  const behind = isGiven ? implying : [slot, ...implying];
  const added = goal.added(arc);
  for (const [left, step] of stepsFrom(to, goal, search).entries()) {
    if (step === undefined) continue;
    const value = step.value + added;
    improve(best, isGiven ? left : left + 1, { value, to, left, behind });
  }
}

/** The answers that must stay keep from going there. */
function isBarred(level: number, arc: Arc, given: GivenAnswers): boolean {
  if (!given.isLeft(level, arc.classes)) return true;
  return given.isFixed(level) && !isGivenAt(level, arc, given);
}

/** It is open, or the arc is that of its answer. */
function isGivenAt(level: number, { classes }: Arc, given: GivenAnswers): boolean {
  const own = given.classes[level];
  return own === undefined || classes.includes(own);
}

function improve(best: (Step | undefined)[], changes: number, step: Step): void {
  if (step.value > (best[changes]?.value ?? NEVER)) best[changes] = step;
}

/** Fills in fewer changes where more gain nothing, and leaves out what stands at the end then. */
function settle(best: (Step | undefined)[]): Steps {
  let most: Step | undefined;
  let count = 0;
  for (let changes = 0; changes < best.length; changes += 1) {
    const own = best[changes];
    if (own && own.value > (most?.value ?? NEVER)) {
      most = own;
      count = changes + 1;
    }
    best[changes] = most;
  }
  best.length = count;
  return best;
}
