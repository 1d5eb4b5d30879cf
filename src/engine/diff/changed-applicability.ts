import type { Term } from '../../model/condition.ts';
import type { MovedBy, ReasonChange } from '../../model/difference.ts';
import { type Advised, advisedOn } from './advised.ts';
import { lineChange } from './changed-lines.ts';
import { changedPin, changedQuestions, changedReasons, everyChange } from './changed-reasons.ts';
import { changedConditions, subjectsOf, truthOfPick } from './decision-lines.ts';
import { isSame, isSamePick, judgedIn, pickOf } from './judged-sheet.ts';

/**
 * Why a decision applies where it did not, or less certainly: the conditions that only one side has, what the questions in
 * them may be answered with, and the decisions in them that moved; then what changed about those that are open
 * and look the same, as what else they may come to has changed. Empty if it applies on both sides alike.
 */
export function changedApplicability(advised: Advised): MovedBy {
  if (isAsApplicable(advised)) return {};
  const parents = parentsOf(advised);
  const moved = parents.filter((parent) => isBehind(parent, [...parents, advised]));
  const others = parents.filter(
    (parent) => !moved.includes(parent) && isUndecided(parent) && reasonsOf(parent).length > 0,
  );
  const unsure = moved.filter((parent) => isUndecided(parent) || isNew(parent));
  return {
    decisions: [...moved, ...others].map(({ id }) => id),
    reasons: [...ownReasons(advised), ...[...unsure, ...others].flatMap(furtherReasonsOf)],
  };
}

function isAsApplicable({ judged: [before, after] }: Advised): boolean {
  return before.applicability.applies === after.applicability.applies;
}

/** The pick, its status or whether it applies differs, so that the reasons stand with the decision itself. */
export function isMoved({ judged: [before, after] }: Advised): boolean {
  return !isSame(pickOf(before), pickOf(after));
}

/** What is picked where it applies, or how certain that is; a decision that never applies has no pick to compare. */
export function hasOtherPick({ judged }: Advised): boolean {
  const [before, after] = [pickOf(judged[0]), pickOf(judged[1])];
  if (before.applies === 'no' || after.applies === 'no') return false;
  return !isSamePick(before, after) || before.status !== after.status;
}

/** What changed about when it applies. */
function ownReasons(advised: Advised): ReasonChange[] {
  const lines = changedConditions(advised).map(lineChange);
  const questions = changedQuestions(subjectsOf(advised.decisions), advised.sheets);
  return [...(lines.length > 0 ? [{ kind: 'decision' as const, lines }] : []), ...questions];
}

/** It never applies on one side, so that its own difference compares no picks. */
function isNew({ judged }: Advised): boolean {
  return judged.some(({ applicability }) => applicability.applies === 'no');
}

/** Everything that changed about a decision that others depend on. */
function reasonsOf(parent: Advised): ReasonChange[] {
  return [...ownReasons(parent), ...everyChange(parent)].map((reason) => ({
    ...reason,
    decision: parent.id,
  }));
}

/** What its own difference leaves out, as that is only about what it is known to come to. */
function furtherReasonsOf(parent: Advised): ReasonChange[] {
  const named = new Set(reasonsOfDifference(parent).flatMap(wordsOf));
  const isNamed = (word: string) => named.has(word);
  return reasonsOf(parent).filter((reason) => !wordsOf(reason).every(isNamed));
}

function reasonsOfDifference(parent: Advised): ReasonChange[] {
  const pinned = changedPin(parent);
  if (pinned.length > 0) return pinned;
  return [
    ...(isAsApplicable(parent) ? [] : ownReasons(parent)),
    ...(hasOtherPick(parent) ? changedReasons(parent) : []),
  ];
}

/** A word for each line. */
function wordsOf({ alternative, lines }: ReasonChange): string[] {
  return lines.map((line) => JSON.stringify([alternative, line]));
}

/** The decisions that both sides know and on which it depends on one of them, directly or not. */
function parentsOf({ id, sheets }: Advised): Advised[] {
  const ids = sheets.flatMap((sheet) => {
    const { decisions } = sheet.situation.tables;
    const { parents } = judgedIn(sheet, id).entry;
    return parents.flatMap((index) => decisions[index]?.decision.id ?? []);
  });
  return [...new Set(ids)]
    .filter((parent) => sheets.every(({ judged }) => judged.has(parent)))
    .map((parent) => advisedOn(parent, sheets));
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
