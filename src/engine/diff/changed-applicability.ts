import type { Term } from '../../model/condition.ts';
import type { MovedBy, ReasonChange } from '../../model/difference.ts';
import { type Advised, advisedOn } from './advised.ts';
import { changedQuestions, everyChange } from './changed-reasons.ts';
import { changedConditions, subjectsOf } from './decision-lines.ts';
import { lineChange } from './line.ts';
import { truthOfPick } from './may-hold.ts';
import { isSame, judgedIn, pickOf } from './stage.ts';

/**
 * Why a decision applies where it did not, or less certainly: the conditions that only one side has, what the questions in
 * them may be answered with, and the decisions in them that moved; then what is said otherwise about those that are open
 * and look the same, as what else they may come to has changed. Empty where it applies on both sides alike.
 */
export function changedApplicability(advised: Advised): MovedBy {
  const [before, after] = advised.judged;
  if (before.applicability.applies === after.applicability.applies) return {};
  const parents = parentsOf(advised);
  const moved = parents.filter((parent) => isBehind(parent, [...parents, advised]));
  const others = parents
    .filter((parent) => !moved.includes(parent) && isUndecided(parent))
    .map((parent) => ({ parent, reasons: reasonsOf(parent) }))
    .filter(({ reasons }) => reasons.length > 0);
  return {
    decisions: [...moved, ...others.map(({ parent }) => parent)].map(({ id }) => id),
    reasons: [
      ...ownReasons(advised),
      ...moved.filter(isNew).flatMap(pickReasonsOf),
      ...others.flatMap(({ parent, reasons }) => (isMoved(parent) ? [] : reasons)),
    ],
  };
}

/** The pick, its status or whether it applies differs, so that the reasons stand with the decision itself. */
function isMoved({ judged: [before, after] }: Advised): boolean {
  return !isSame(pickOf(before), pickOf(after));
}

/** What is said otherwise about when it applies. */
function ownReasons(advised: Advised): ReasonChange[] {
  const lines = changedConditions(advised).map(lineChange);
  const questions = changedQuestions(subjectsOf(advised.decisions), advised.stages);
  return [...(lines.length > 0 ? [{ kind: 'decision' as const, lines }] : []), ...questions];
}

/** It never applies on one side, so that its own difference compares no picks. */
function isNew({ judged }: Advised): boolean {
  return judged.some(({ applicability }) => applicability.applies === 'no');
}

/** All that is said otherwise about a decision that others depend on. */
function reasonsOf(parent: Advised): ReasonChange[] {
  return [...ownReasons(parent).map(of(parent)), ...pickReasonsOf(parent)];
}

/** All that is said otherwise about what is picked in it. */
function pickReasonsOf(parent: Advised): ReasonChange[] {
  return everyChange(parent).map(of(parent));
}

function of({ id }: Advised): (reason: ReasonChange) => ReasonChange {
  return (reason) => ({ ...reason, decision: id });
}

/** The decisions that both sides know and on which it depends on one of them, directly or not. */
function parentsOf({ id, stages }: Advised): Advised[] {
  const ids = stages.flatMap((stage) => {
    const { decisions } = stage.situation.tables;
    const { parents } = judgedIn(stage, id).entry;
    return parents.flatMap((index) => decisions[index]?.decision.id ?? []);
  });
  return [...new Set(ids)]
    .filter((parent) => stages.every(({ judged }) => judged.has(parent)))
    .map((parent) => advisedOn(parent, stages));
}

/** One that moved as far as that matters: a pick that some condition names is one more surely, or less. */
function isBehind(parent: Advised, chain: readonly Advised[]): boolean {
  const terms = chain
    .flatMap(({ decisions }) => decisions)
    .flatMap(({ appliesWhen }) => appliesWhen.flatMap((each) => each.terms));
  return terms.some((term) => term.subject === parent.id && isTurned(term, parent));
}

function isTurned(term: Term, { judged: [before, after] }: Advised): boolean {
  return truthOfPick(term, before) !== truthOfPick(term, after);
}

/** What it comes to may have changed though its pick has not. */
function isUndecided({ judged }: Advised): boolean {
  return judged.some(
    ({ status, applicability }) => status === 'open' || applicability.applies === 'undecided',
  );
}
