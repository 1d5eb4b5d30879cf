import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Applicability, applicabilityOf } from '../decide/applies.ts';
import type { Earlier } from '../decide/certainly-applies.ts';
import { judge } from '../decide/judge.ts';
import { type JudgedTable, judgeTable, PICKS, picksAmong } from '../decide/judge-table.ts';
import { winnersUnder } from '../decide/pairs.ts';
import type { Residual } from '../decide/residual.ts';
import { completer } from '../table/completer.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { size } from '../table/masks.ts';
import type { AnswerMasks } from '../table/slots.ts';
import type { DecisionEntry, Tables } from '../table/tables.ts';
import type { ChoiceChanges } from './choice-changes.ts';

/** How much is tried before it is given up; results must not depend on how fast the machine is. */
export interface Effort {
  /** Random completions of each table; some other searches draw a multiple of it. */
  readonly draws: number;
  /** Calls to compile one diagram. */
  readonly calls: number;
}

const SEED_OF_ANSWERS = 20_261_122;
const SEED_OF_COMPLETIONS = 20_261_123;

/** A decision with nothing answered. */
export interface AuditedDecision {
  readonly entry: DecisionEntry;
  /** Without diagrams. */
  readonly tables: readonly JudgedTable[];
  /** Whether some answers make it apply; undefined if that is too much to work out. */
  readonly canApply: boolean | undefined;
  /** Where several may be picked: whether some answers pick none; undefined if that is too much to work out. */
  readonly canBeNone: () => boolean | undefined;
  /** Worked out when it is first asked for. */
  readonly applicability: () => Applicability;
}

/** All decisions, in the order of the knowledge base. Random answers show most of what can be; the rest is worked out. */
export function auditedDecisions(tables: Tables, { draws, calls }: Effort): AuditedDecision[] {
  const { questions, decisions } = tables;
  const answers = new Int32Array(questions.length);
  const judgedIn = ({ index, tables: own }: DecisionEntry) =>
    [index, own().map((each) => judgeTable(each, answers, { questions, depth: PICKS }))] as const;
  const judged = new Map(decisions.map(judgedIn));
  const earlier = { tables, answers, pins: new Map(), judged, calls };
  const applying = applyingAtRandom(tables, draws);
  return decisions.map((entry) => {
    let known: Applicability | undefined;
    const applicability = () => {
      known ??= applicabilityOf(entry, earlier);
      return known;
    };
    return {
      entry,
      tables: judged.get(entry.index) ?? [],
      canApply: applying.has(entry.index) || mayHold(applicability()),
      canBeNone: () => isNoneAtRandom(entry, tables, 6 * draws) || mayHold(noneOf(entry, earlier)),
      applicability,
    };
  });
}

function mayHold({ applies, isBounded }: Applicability): boolean | undefined {
  return isBounded ? undefined : applies !== 'no';
}

/** When none of several is picked: just then a decision would apply that asks for it. */
function noneOf(entry: DecisionEntry, earlier: Earlier): Applicability {
  const { tables } = earlier;
  const decisions = tables.decisions.with(entry.index, { ...entry, appliesWhen: [] });
  const appliesWhen = [[{ decision: entry.index, masks: [entry.baseline] }]];
  const asking = { ...entry, index: decisions.length, appliesWhen };
  return applicabilityOf(asking, { ...earlier, tables: { ...tables, decisions } });
}

/** The indexes of decisions that apply under some of many complete answers. */
function applyingAtRandom(tables: Tables, draws: number): Set<number> {
  const applying = new Set<number>();
  const draw = answersAtRandom(tables);
  for (let count = 0; count < draws && applying.size < tables.decisions.length; count += 1) {
    const left = [...tables.decisions.keys()].filter((index) => !applying.has(index));
    const answers = draw();
    const situation = { tables, given: answers, answers, pins: new Map() };
    for (const [index, { applicability }] of judge(situation, { decisions: left, depth: PICKS })) {
      if (applicability.applies === 'yes') applying.add(index);
    }
  }
  return applying;
}

/** Whether some of many complete answers pick none of several. */
function isNoneAtRandom(entry: DecisionEntry, tables: Tables, draws: number): boolean {
  const { questions } = tables;
  const draw = answersAtRandom(tables);
  for (let count = 0; count < draws; count += 1) {
    const answers = draw();
    const isPicked = (table: DecisionTable) =>
      judgeTable(table, answers, { questions, depth: PICKS }).picks !== 0;
    if (!entry.tables().some(isPicked)) return true;
  }
  return false;
}

function answersAtRandom(tables: Tables): () => AnswerMasks {
  return completer(tables.questions, new Int32Array(tables.questions.length), SEED_OF_ANSWERS);
}

/** What random completions of a table show. */
export interface Shown {
  /** The picks that came about. */
  readonly outcomes: ReadonlySet<number>;
  /** The part of them in which several alternatives won. */
  readonly ties: number;
}

/** What is tried with random completions. */
export interface Trials {
  readonly draws: number;
  /** By level; tried in every fifth completion. */
  readonly changes: readonly (readonly ChoiceChanges[])[];
  /** Takes the changes of a level that change the winners. */
  readonly see: (level: number, changes: readonly ChoiceChanges[]) => void;
}

/** Draws completions, every legal one equally likely, and the same ones in each run. */
export function shownAtRandom(
  { residual, status, picks }: JudgedTable,
  { draws, changes, see }: Trials,
): Shown {
  if (status !== 'open') return { outcomes: new Set([picks]), ties: Number(status === 'tied') };
  const generator = xoroshiro128plus(SEED_OF_COMPLETIONS);
  const classes = residual.levels.map((level) =>
    level.classes.flatMap(({ weight }, index) => new Array<number>(weight).fill(index)),
  );
  const outcomes = new Set<number>();
  let [ties, left] = [0, changes];
  for (let count = 0; count < draws; count += 1) {
    const answers = classes.map((all) => all[uniformInt(generator, 0, all.length - 1)] ?? 0);
    const winners = winnersUnder(residual, answers);
    outcomes.add(picksAmong(residual, winners));
    if (size(winners) > 1) ties += 1;
    if (count % 5 !== 0) continue;
    left = left.map((own, level) => {
      const moving = own.filter(movingAt(level, answers, residual));
      see(level, moving);
      return own.filter((each) => !moving.includes(each));
    });
  }
  return { outcomes, ties: ties / Math.max(1, draws) };
}

/** Says whether a change of one answer changes the winners, all other answers staying. */
function movingAt(level: number, answers: readonly number[], residual: Residual) {
  const known = new Map<number, number>();
  const winnersAt = (answer: number) => {
    const winners = known.get(answer) ?? winnersUnder(residual, answers.with(level, answer));
    known.set(answer, winners);
    return winners;
  };
  return ({ pairs }: ChoiceChanges) => pairs.some(([a, b]) => winnersAt(a) !== winnersAt(b));
}
