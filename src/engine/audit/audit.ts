import { countsOf, isUnsourced, statementsOf } from '../../common/counts.ts';
import { addAll } from '../../common/lists.ts';
import type {
  Audit,
  AuditFigures,
  AuditFinding,
  Progress,
  WaivedFinding,
} from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { compileInOrder } from '../decide/compile.ts';
import type { Diagram } from '../decide/diagram.ts';
import { THOROUGH } from '../decide/judge.ts';
import { type JudgedTable, picksAmong } from '../decide/judge-table.ts';
import { orderOf } from '../decide/order.ts';
import { type Tables, tablesFor } from '../table/tables.ts';
import {
  type AuditedDecision,
  auditedDecisions,
  type Effort,
  type Shown,
  shownAtRandom,
} from './audited-decisions.ts';
import { neverWins } from './can-win.ts';
import { excludedTogether, impossibleConditions } from './conditions.ts';
import {
  type ChoicesSeen,
  changesLeft,
  deadChoices,
  nothingSeen,
  see,
  seeInDiagram,
  seeWhatApplies,
} from './dead-choices.ts';
import { notMonotone } from './monotone.ts';

const EFFORT: Effort = { draws: 500, calls: THOROUGH.calls };

/** One call of a search takes about as long as this many calls of the compiler. */
const COMPILED_PER_SEARCHED = 10;

/**
 * What can be proved about a knowledge base itself (docs/model.md, "The audit"). Random completions show most of it; only
 * the rest is computed. Every run finds the same.
 */
export function* audit(knowledge: KnowledgeBase, effort = EFFORT): Generator<Progress, Audit> {
  const tables = tablesFor(knowledge);
  const findings: AuditFinding[] = [];
  const steps = stepsOf({ tables, effort, seen: nothingSeen(tables.questions) }, findings);
  const total = 2 * tables.decisions.length + 6;
  for (let done = 0; ; done += 1) {
    const step = steps.next();
    if (step.done) {
      return { ...waive(findings, knowledge), figures: figuresOf(knowledge, step.value) };
    }
    yield { done, total, subject: step.value };
  }
}

interface Auditing {
  readonly tables: Tables;
  readonly effort: Effort;
  readonly seen: ChoicesSeen;
}

/** Names each step before it is taken; comes to the part of ties. */
function* stepsOf(auditing: Auditing, findings: AuditFinding[]): Generator<string, number> {
  const { tables, effort, seen } = auditing;
  yield 'what applies';
  const decisions = auditedDecisions(tables, effort);
  const shown = new Map<AuditedDecision, readonly Shown[]>();
  for (const decision of decisions) {
    yield `what wins: ${decision.entry.decision.title}`;
    shown.set(decision, showAtRandom(decision, auditing));
  }
  for (const decision of decisions) {
    yield `what matters: ${decision.entry.decision.title}`;
    addAll(findings, proved(decision, shown.get(decision) ?? [], auditing));
  }
  yield 'choices without effect';
  for (const decision of decisions) seeWhatApplies(decision, seen, tables);
  addAll(findings, deadChoices(tables, seen));
  yield 'order of choices';
  addAll(findings, notMonotone(tables));
  yield 'conditions';
  addAll(findings, impossibleConditions(tables));
  yield 'rules';
  for (const { entry } of decisions) {
    addAll(findings, excludedTogether(entry.decision, tables, effort.calls));
  }
  yield 'sources';
  addAll(findings, withoutSource(tables.knowledge));
  return shareOfTies(shown);
}

/** Also sees which choices matter; for a decision of which it is not certain that it can apply, none does. */
function showAtRandom(
  { tables: own, canApply }: AuditedDecision,
  { tables: { questions }, effort: { draws }, seen }: Auditing,
): Shown[] {
  return own.map((judged) => {
    const { residual } = judged;
    return shownAtRandom(judged, {
      draws,
      changes: canApply ? changesLeft(residual, seen, questions) : [],
      see: (level, changes) => see(seen, residual.levels[level]?.columns.slot ?? 0, changes),
    });
  });
}

/** A diagram is compiled only if something is left open, and only once. */
function proved(
  decision: AuditedDecision,
  shown: readonly Shown[],
  { tables: { questions }, effort, seen }: Auditing,
): AuditFinding[] {
  const tables = decision.tables.map((judged, index) => ({
    judged,
    seen: shown[index]?.outcomes ?? new Set(),
    calls: effort.calls / COMPILED_PER_SEARCHED,
  }));
  for (const judged of decision.canApply === false ? [] : decision.tables) {
    const calls = decision.canApply ? effort.calls : 0;
    if (judged.status === 'open')
      seeInDiagram(judged.residual, () => diagramOf(judged, calls), { seen, questions });
  }
  return neverWins(decision, tables);
}

function diagramOf({ residual }: JudgedTable, calls: number): Diagram | undefined {
  const labels = { of: (racers: number) => picksAmong(residual, racers) };
  return compileInOrder(residual, orderOf(residual), { labels, budget: { calls } });
}

/** Of the picks of single alternatives, each decision counting equally. */
function shareOfTies(shown: ReadonlyMap<AuditedDecision, readonly Shown[]>): number {
  const ties = [...shown].flatMap(([{ entry }, own]) =>
    entry.decision.several ? [] : own.map((each) => each.ties),
  );
  return ties.reduce((sum, each) => sum + each, 0) / Math.max(1, ties.length);
}

/** Findings that a document accepts with a reason are set apart; a reason that accepts nothing is a finding itself. */
function waive(
  findings: readonly AuditFinding[],
  { waivers }: KnowledgeBase,
): Pick<Audit, 'findings' | 'waived'> {
  const waiverOf = ({ rule, subject }: AuditFinding) =>
    waivers.find((waiver) => waiver.rule === rule && waiver.subject === subject);
  const waived = findings.flatMap((finding): WaivedFinding[] => {
    const waiver = waiverOf(finding);
    return waiver ? [{ ...finding, because: waiver.because }] : [];
  });
  const idle = waivers
    .filter((waiver) => !findings.some((finding) => waiverOf(finding) === waiver))
    .map(({ rule, subject, place }) => ({
      rule: 'idle-waiver',
      severity: 'error' as const,
      subject: `${rule}/${subject}`,
      message: `\`${rule}\` has no finding about \`${subject}\` to waive`,
      hint: 'remove the waiver',
      place,
    }));
  return { findings: [...findings.filter((finding) => !waiverOf(finding)), ...idle], waived };
}

function figuresOf(knowledge: KnowledgeBase, ties: number): AuditFigures {
  const raises = [...knowledge.questions.values()].flatMap((question) => question.raises);
  const inThousandths = Math.round(1_000 * ties);
  return { ...countsOf(knowledge), monotonePairs: raises.length, ties: inThousandths };
}

/** Where a claim or a condition has neither a source nor the word that it is judgement. */
export function withoutSource({ patterns }: KnowledgeBase): AuditFinding[] {
  return [...patterns.values()].flatMap((pattern) =>
    statementsOf(pattern)
      .filter(isUnsourced)
      .map(({ text, place }) => ({
        rule: 'no-source',
        severity: 'error' as const,
        subject: `${pattern.id}/${place.line}`,
        message: `Neither a source nor \`(judgement)\`: “${text}”`,
        hint: 'add a footnote with a source that readers can open, or mark it as `(judgement)`',
        place,
      })),
  );
}
