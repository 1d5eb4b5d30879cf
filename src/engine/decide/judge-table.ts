import { once } from '../../common/lazy.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { has, size } from '../table/masks.ts';
import type { Winning } from '../table/prepared-tables.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import { answeredPart } from './answered.ts';
import { compile } from './compile.ts';
import { type Contexts, contextsOf } from './contexts.ts';
import type { Diagram } from './diagram.ts';
import { orderOf } from './order.ts';
import { constantWinners } from './pairs.ts';
import { preparedDiagram } from './prepared-diagrams.ts';
import { questionsOf } from './queries.ts';
import { recentDiagram, restricted } from './recent-diagrams.ts';
import { type Residual, residualOf } from './residual.ts';
import { leaderOf, picksOf } from './score.ts';

/** What a table comes to over all completions, were its decision to apply. */
export interface JudgedTable {
  readonly table: DecisionTable;
  /** May be worked out when it is first looked at. */
  readonly residual: Residual;
  readonly status: Winning['status'];
  /** The winners where they are proved, else what leads: a mask of the alternatives of the decision. */
  readonly picks: number;
  /** The indexes of the open questions of which one answer alone can change the winners; empty if that was not asked for. */
  readonly dependsOn: readonly number[];
  /** `dependsOn` was too much to work out exactly: it may hold questions that do not matter. */
  readonly isBounded: boolean;
  /** Over the picks; where the table is open, that was asked for, and it was not too much. */
  readonly diagram: Diagram | undefined;
}

/** How much is worked out. */
export interface Depth {
  /** Which questions an open pick depends on, and the diagram that shares and gains come from. */
  readonly isFull: boolean;
  /** Calls to compile one diagram, before `dependsOn` is bounded instead. */
  readonly calls: number;
  /** Diagrams are kept for answers that differ little: for interviews. */
  readonly isKept?: boolean;
}

/** Who allows fewer calls gets no diagram that takes more, prepared or not. */
export const PREPARED_CALLS = 2_000_000;

/** Only who wins, which needs no diagram. */
export const PICKS: Depth = { isFull: false, calls: 0 };

/** Status, picks and what they depend on (docs/model.md, "Settled"): by pairs, and by a diagram for the rest. */
export function judgeTable(
  table: DecisionTable,
  answers: AnswerMasks,
  { questions, depth }: { readonly questions: readonly Slot[]; readonly depth: Depth },
): JudgedTable {
  const given = answeredPart(table, answers);
  const residual = residualOf(given);
  const contexts = once(() => contextsOf(residual, orderOf(residual)));
  const winners = constantWinners(residual, contexts);
  if (winners !== undefined) return settled(table, residual, winners);
  const picks = picksOf(table, leaderOf(given, answers, questions));
  const prepared = () => (isPrepared(residual, depth) ? preparedUnder(table, answers) : undefined);
  return {
    table,
    residual,
    status: 'open',
    picks,
    ...movedBy({ table, answers, prepared, contexts }, depth),
  };
}

/** The same where who wins is known, as nothing is answered that decides the table. */
export function judgeUnanswered(
  table: DecisionTable,
  answers: AnswerMasks,
  { winning, depth }: { readonly winning: Winning; readonly depth: Depth },
): JudgedTable {
  const residual = once(() => residualOf(answeredPart(table, answers)));
  const contexts = () => contextsOf(residual(), orderOf(residual()));
  const prepared = () => (depth.calls >= PREPARED_CALLS ? preparedDiagram(table) : undefined);
  const isOpen = winning.status === 'open';
  return {
    table,
    ...winning,
    ...(isOpen ? movedBy({ table, answers, prepared, contexts }, depth) : UNMOVED),
    get residual() {
      return residual();
    },
  };
}

type Moved = Pick<JudgedTable, 'dependsOn' | 'isBounded' | 'diagram'>;

const UNMOVED: Moved = { dependsOn: [], isBounded: false, diagram: undefined };

interface Open {
  readonly table: DecisionTable;
  readonly answers: AnswerMasks;
  readonly prepared: () => Diagram | undefined;
  readonly contexts: () => Contexts;
}

/** What can change an open pick. */
function movedBy({ table, answers, prepared, contexts }: Open, depth: Depth): Moved {
  if (!depth.isFull) return UNMOVED;
  const compiled = () => prepared() ?? compiledBy(contexts(), depth);
  const diagram = depth.isKept ? recentDiagram(table, answers, compiled) : compiled();
  if (diagram) return { dependsOn: questionsOf(diagram), isBounded: false, diagram };
  const bound = contexts().residual.levels.map(({ columns }) => columns.slot);
  return { dependsOn: bound, isBounded: true, diagram };
}

function compiledBy(contexts: Contexts, { calls }: Depth): Diagram | undefined {
  const { residual } = contexts;
  return compile(contexts, { of: (racers) => picksAmong(residual, racers) }, { calls });
}

/** So many completions, counted by class, make compiling take longer than putting answers into what was compiled before. */
const MANY = 300_000;

function isPrepared({ levels }: Residual, { calls }: Depth): boolean {
  const completions = levels.reduce((count, { classes }) => count * classes.length, 1);
  return calls >= PREPARED_CALLS && completions > MANY;
}

/** What was prepared with nothing answered, once answers are put into it. */
function preparedUnder(table: DecisionTable, answers: AnswerMasks): Diagram | undefined {
  const diagram = preparedDiagram(table);
  return diagram && restricted(diagram, (slot) => answers[slot] ?? 0);
}

function settled(table: DecisionTable, residual: Residual, winners: number): JudgedTable {
  const picks = picksAmong(residual, winners);
  const isTied = size(winners) > 1;
  const status = winners === 0 ? 'infeasible' : isTied ? 'tied' : 'settled';
  return { table, residual, status, picks, ...UNMOVED };
}

/** The picks that some racers stand for. */
export function picksAmong({ table, racers }: Residual, mask: number): number {
  let picks = 0;
  for (let racer = 0; racer < racers.length; racer += 1) {
    if (has(mask, racer)) picks |= table.picks[racers[racer] ?? 0] ?? 0;
  }
  return picks;
}
