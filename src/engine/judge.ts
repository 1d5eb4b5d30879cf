import type { Status } from '../model/advice.ts';
import { applicabilityOf } from './applicability.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { type CompiledDecision, withParents } from './compiled.ts';
import type { DecisionTable } from './decision-table.ts';
import { boundedDependsOn, questionsDeciding } from './depends-on.ts';
import type { Case, Finding, Outcome } from './finding.ts';
import { NOT_APPLICABLE, type Outcomes, outcomesOf, winnersIn } from './outcomes.ts';
import { spaceOf } from './space.ts';
import { verdictOf } from './verdict.ts';

/**
 * Status, winners and `dependsOn` of a decision with one table (MODEL.md, section 3): by the bounds, and by listing all
 * completions where these do not settle it and there are not too many.
 */
export function judge(compiled: CompiledDecision, table: DecisionTable, given: Case): Finding {
  const bounds = boundsOf(spaceOf(table, given.answers));
  const indexes = table.alternatives.map((_, index) => index);
  const names = (which: readonly number[]) => which.map((index) => table.alternatives[index] ?? '');
  const standing = names(indexes.filter(bounds.isPossible));
  const applies = applicabilityOf(compiled, given);
  if (applies === 'never') return { ...nothing('not-applicable'), standing };
  const verdict = verdictOf(bounds, indexes, compiled.decision.several);
  const isProved = verdict.status !== 'open';
  if (applies === 'always' && isProved)
    return { ...proved(verdict.status, names(verdict.winners)), standing };
  const outcomes = outcomesFor(compiled, table, given);
  const leaders = names(verdict.winners);
  if (outcomes) return { ...byOutcomes(outcomes, leaders, compiled.decision.several), standing };
  return {
    ...nothing('open'),
    recommended: leaders,
    may: names(indexes.filter(bounds.isInRace)),
    dependsOn: boundOf(compiled, { table, given, bounds, isProved }),
    isBounded: true,
    standing,
  };
}

function nothing(status: Status): Outcome {
  return { status, recommended: [], must: [], may: [], dependsOn: [], isBounded: false };
}

function proved(status: Status, winners: readonly string[]): Outcome {
  return { ...nothing(status), recommended: winners, must: winners, may: winners };
}

function outcomesFor(
  compiled: CompiledDecision,
  table: DecisionTable,
  given: Case,
): Outcomes | undefined {
  const { decisions, knowledge } = given.compiled;
  const parents = withParents(compiled.decision.id, decisions).slice(0, -1);
  const { baseline: _, ...decision } = compiled.decision;
  const own = { ...compiled, tables: [table], ...(decision.several && { decision }) };
  const chain = [...parents, own];
  const tables = chain.flatMap((each) => each.tables);
  return outcomesOf({ chain, tables, questions: knowledge.questions }, given.answers, given.pins);
}

/** The winners under every completion say it all. */
function byOutcomes(
  { distinct, dependsOn }: Outcomes,
  leaders: readonly string[],
  several: boolean,
): Outcome {
  const [only] = distinct;
  const sets = [...distinct].map(winnersIn);
  const may = [...new Set(sets.flat())];
  const must = may.filter((id) => sets.every((winners) => winners.includes(id)));
  if (distinct.size > 1) {
    return { status: 'open', recommended: leaders, must, may, dependsOn, isBounded: false };
  }
  if (only === NOT_APPLICABLE) return nothing('not-applicable');
  if (may.length === 0) return nothing('infeasible');
  return proved(may.length > 1 && !several ? 'tied' : 'settled', may);
}

interface Circumstances {
  readonly table: DecisionTable;
  readonly given: Case;
  readonly bounds: Bounds;
  readonly isProved: boolean;
}

function boundOf(
  compiled: CompiledDecision,
  { table, given, bounds, isProved }: Circumstances,
): string[] {
  const own = isProved ? [] : boundedDependsOn(spaceOf(table, given.answers), bounds);
  return inOrder([...own, ...questionsDeciding(compiled, given)], given);
}

/** Each question once, in the order of the knowledge base. */
export function inOrder(questions: readonly string[], { compiled }: Case): string[] {
  const named = new Set(questions);
  return [...compiled.knowledge.questions.keys()].filter((id) => named.has(id));
}
