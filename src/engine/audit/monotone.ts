import { largest } from '../../common/lists.ts';
import type { AuditFinding } from '../../model/audit.ts';
import type { Question } from '../../model/question.ts';
import { type Context, type Contexts, contextsOf } from '../decide/contexts.ts';
import { residualAmong } from '../decide/residual.ts';
import { meets } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition } from '../table/decision-table.ts';
import { answerRows } from '../table/decision-table.ts';
import { columnOf } from '../table/question-columns.ts';
import type { DecisionEntry, Tables } from '../table/tables.ts';
import { nameOf } from './can-win.ts';

/**
 * For each quality that a question says it raises: a higher choice never lowers the lead of the alternatives rated best
 * on that quality over those rated lower, all other answers staying (docs/model.md, "The audit").
 */
export function notMonotone(tables: Tables): AuditFinding[] {
  return [...tables.knowledge.questions.values()].flatMap((question) =>
    question.raises.flatMap((quality) =>
      tables.decisions.flatMap((entry) =>
        entry.tables().flatMap((table) => fallsIn(table, { question, quality, entry, tables })),
      ),
    ),
  );
}

interface Raised {
  readonly question: Question;
  readonly quality: string;
  readonly entry: DecisionEntry;
  readonly tables: Tables;
}

function fallsIn(
  table: DecisionTable,
  { question, quality, entry, tables }: Raised,
): AuditFinding[] {
  const leads = leadsOn(quality, table);
  const slot = tables.slots.get(question.id)?.index ?? -1;
  return question.choices.slice(1).flatMap((choice, below) =>
    leads
      .filter((lead) => canFall(lead, table, { slot, below, questions: tables.questions.length }))
      .map(({ a, b }) => ({
        rule: 'not-monotone',
        severity: 'error' as const,
        subject: `${question.id}/${quality}/${entry.decision.id}`,
        message: `Raising \`${question.id}\` to \`${choice.id}\` can reduce the lead of ${nameOf(a, table)} over ${nameOf(b, table)}, although the former is rated best on ${quality}`,
        hint: 'check the conditions that name the question, or remove the pair from `raises`',
        place: choice.place,
      })),
  );
}

/** Of each alternative rated best over each rated lower. */
function leadsOn(quality: string, { qualities }: DecisionTable): Lead[] {
  const { ratings = [] } = qualities.find((row) => row.quality === quality) ?? {};
  const best = largest(ratings);
  const places = [...ratings.keys()];
  return places
    .filter((a) => ratings[a] === best)
    .flatMap((a) => places.filter((b) => (ratings[b] ?? 0) < best).map((b) => ({ a, b })));
}

/** Most leads move by weights and evidence of the question alone; only the others need a closer look. */
function canFall(lead: Lead, table: DecisionTable, step: Step): boolean {
  const own = table.byQuestion.get(step.slot);
  if (own === undefined) return false;
  const isJoined = table.joined.some((each) => isOf(lead, each) && isMovedBy(step, each));
  const isRuling = own.effects.some((each) => each.rulesOut && isOf(lead, each));
  const [before, after] = [step.below, step.below + 1].map(
    (choice) => columnOf(own, 1 << choice, table.base.length).points,
  );
  const gain = (place: number) => (after?.[place] ?? 0) - (before?.[place] ?? 0);
  if (!isJoined && !isRuling && gain(lead.a) >= gain(lead.b)) return false;
  return leastGain(lead, table, step) < 0;
}

/** Of one alternative over another, by their places in a table. */
export interface Lead {
  readonly a: number;
  readonly b: number;
}

/** From one choice of a question to the next. */
export interface Step {
  /** The index of the question. */
  readonly slot: number;
  readonly below: number;
  /** How many questions there are. */
  readonly questions: number;
}

/**
 * The least that a lead gains by a step, over all answers to the other questions; exact. Where only one of the two
 * stands, the lead is infinite; where neither does, there is none, and nothing to gain. What is infinite on both sides
 * gains nothing that counts. The contexts before and after the step are walked through together, as the same answers
 * hold on both sides.
 */
export function leastGain(lead: Lead, table: DecisionTable, step: Step): number {
  const moving = withWhatMoves(lead, table, step);
  const before = sideOf(lead, moving, { ...step, choice: step.below });
  const after = sideOf(lead, moving, { ...step, choice: step.below + 1 });
  const known = new Map<string, number>();
  const least = (left: Context, right: Context): number => {
    if (left.racers === 0 || right.racers === 0) return Number.POSITIVE_INFINITY;
    const slot = Math.min(slotAt(left, before), slotAt(right, after));
    if (slot === LAST) return gainBetween(endOf(left, before), endOf(right, after));
    const key = `${left.id}/${right.id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let lowest = Number.POSITIVE_INFINITY;
    const { classes = [] } = table.byQuestion.get(slot) ?? {};
    for (const answer of classes.keys()) {
      const one = stepOn(left, before, { slot, answer });
      const other = stepOn(right, after, { slot, answer });
      lowest = Math.min(lowest, least(one.to, other.to) + other.lead - one.lead);
    }
    known.set(key, lowest);
    return lowest;
  };
  return least(before.start, after.start) + after.lead - before.lead;
}

/** Whether a condition counts for one of the two. */
export function isOf({ a, b }: Lead, { alternative }: { readonly alternative: number }): boolean {
  return alternative === a || alternative === b;
}

/** Whether the step can change what a condition does. */
export function isMovedBy({ slot, below }: Step, { anyOf }: JoinedCondition): boolean {
  const isMoved = (masks: readonly number[]) =>
    meets(1 << below, masks) !== meets(2 << below, masks);
  return anyOf.flat().some((literal) => literal.slot === slot && isMoved(literal.masks));
}

/** Without what is the same on both sides of the step: points that its question does not change. */
function withWhatMoves(lead: Lead, table: DecisionTable, step: Step): DecisionTable {
  const joined = table.joined.filter(
    (each) => isOf(lead, each) && (each.rulesOut || isMovedBy(step, each)),
  );
  const named = new Set(joined.flatMap(({ anyOf }) => anyOf.flat().map(({ slot }) => slot)));
  const questions = table.questions.filter(
    ({ slot, effects }) =>
      slot === step.slot ||
      named.has(slot) ||
      effects.some((each) => each.rulesOut && isOf(lead, each)),
  );
  return { ...table, joined, questions, rows: answerRows(questions, table.base.length) };
}

/** Two alternatives on one side of the step. */
interface Side {
  readonly contexts: Contexts;
  readonly start: Context;
  /** The position of the one that leads; −1 where it is ruled out from the start. */
  readonly leader: number;
  /** At the start, where both stand. */
  readonly lead: number;
}

function sideOf(
  { a, b }: Lead,
  table: DecisionTable,
  { slot, choice, questions }: Omit<Step, 'below'> & { readonly choice: number },
): Side {
  const answers = new Int32Array(questions);
  answers[slot] = 1 << choice;
  const residual = residualAmong(table, answers, (1 << a) | (1 << b));
  const contexts = contextsOf(residual, [...residual.levels.keys()]);
  const { racers, base } = residual;
  const leader = racers.indexOf(a);
  return {
    contexts,
    start: contexts.start(2 ** racers.length - 1),
    leader,
    lead: racers.length < 2 ? 0 : leadOver(base, leader),
  };
}

/** Of two points, those of the leader less the other's. */
function leadOver([first = 0, second = 0]: readonly number[], leader: number): number {
  return leader === 0 ? first - second : second - first;
}

const LAST = Number.POSITIVE_INFINITY;

/** The question asked next; levels are in the order of the questions. */
function slotAt({ depth }: Context, { contexts }: Side): number {
  return contexts.residual.levels[depth]?.columns.slot ?? LAST;
}

/** What a class of answers to a question leads to, and what it adds to the lead; nothing if it is not asked next. */
function stepOn(
  context: Context,
  side: Side,
  { slot, answer }: { readonly slot: number; readonly answer: number },
): { readonly to: Context; readonly lead: number } {
  const level = side.contexts.residual.levels[context.depth];
  if (level?.columns.slot !== slot) return { to: context, lead: 0 };
  const own = level.classOf[answer] ?? 0;
  const arc = context.arcs.find(({ classes }) => classes.includes(own));
  if (arc === undefined) throw new Error('A class of answers leads nowhere');
  const { to, added } = arc;
  return { to, lead: to.members.length < 2 ? 0 : leadOver(added, side.leader) };
}

/** The lead at the end, but for the points added on the way. */
function endOf({ members }: Context, { leader }: Side): number {
  if (members.length === 2) return 0;
  return members[0] === leader ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function gainBetween(before: number, after: number): number {
  if (before === after) return before === 0 ? 0 : Number.POSITIVE_INFINITY;
  return after < before ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
