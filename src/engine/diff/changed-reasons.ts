import type { ReasonChange } from '../../model/difference.ts';
import { patternIn } from '../advice/contributions.ts';
import { rankAll } from '../advice/rank.ts';
import { caseOf } from '../advice/situation.ts';
import {
  type Advised,
  concerned,
  everyAlternative,
  isNoneOnce,
  isPinned,
  pinsOf,
  type Ranked,
} from './advised.ts';
import { changedAlternative } from './alternative-lines.ts';
import { type ChangedLine, lineChange, type Paired } from './changed-lines.ts';
import {
  type CountedReason,
  changedCounts,
  changedRules,
  linesBehind,
  type Weighed,
} from './counted-reasons.ts';
import { changedDecision, changedQuestion, oneSidedAlternative } from './decision-lines.ts';
import { type JudgedSheet, judgedIn } from './judged-sheet.ts';
import { weighedQuestions } from './moving-answers.ts';

/** A change whose lines can still be compared. */
type Draft = Omit<ReasonChange, 'lines'> & { readonly lines: readonly ChangedLine[] };

/**
 * What the knowledge says otherwise about the picks of before and after, were the decision to apply: reasons whose points
 * differ, hard rules that came, went or became certain, each with the lines behind it; and lines that may count in what
 * is still open. The decision comes first, then what is ruled out, then what moved most points.
 */
export function changedReasons(advised: Advised): ReasonChange[] {
  const [before, after] = advised.decisions;
  if (before.several !== after.several) return everyChange(advised);
  const questions = questionDrafts(advised);
  const ranked = rankedIn(advised);
  const about = concerned(advised, ranked).flatMap((id) =>
    aboutAlternative(id, { advised, ranked, questions }),
  );
  const named = new Set(about.flatMap(({ lines }) => lines));
  const others = questions.map((each) => without(named, each));
  const reasons = written([...decisionDrafts(advised), ...others, ...about]);
  return reasons.length > 0 ? reasons : everyChange(advised);
}

/** All lines that differ and may count, were the decision to apply. */
export function everyChange(advised: Advised): ReasonChange[] {
  const about = everyAlternative(advised).flatMap((alternative) => [
    ...gainedOrLost(alternative, advised),
    otherLines(alternative, advised),
  ]);
  return written([...decisionDrafts(advised), ...questionDrafts(advised), ...about]);
}

/** The alternatives that are pinned on one side, where the other side knows none of them and decides by itself. */
export function changedPin(advised: Advised): ReasonChange[] {
  if (isPinned(advised)) return [];
  const pinned = pinsOf(advised).flatMap((pin) => pin ?? []);
  return written(pinned.flatMap((id) => gainedOrLost(id, advised)));
}

/** What some questions may be answered with on one side only. */
export function changedQuestions(
  ids: readonly string[],
  sheets: Advised['sheets'],
): ReasonChange[] {
  return written(questionsIn(ids, sheets));
}

function written(drafts: readonly Draft[]): ReasonChange[] {
  return drafts
    .filter(hasLines)
    .sort((one, other) => weightOf(other) - weightOf(one))
    .map((draft) => ({ ...draft, lines: draft.lines.map(lineChange) }));
}

function hasLines({ lines }: Draft): boolean {
  return lines.length > 0;
}

function without(named: ReadonlySet<ChangedLine>, draft: Draft): Draft {
  return { ...draft, lines: draft.lines.filter((line) => !named.has(line)) };
}

function decisionDrafts(advised: Advised): Draft[] {
  return isPinned(advised) ? [] : [{ kind: 'decision', lines: changedDecision(advised) }];
}

function questionDrafts({ id, sheets }: Advised): Draft[] {
  const weighed = sheets.flatMap((sheet) => {
    const { entry } = judgedIn(sheet, id);
    return weighedQuestions(entry, sheet.known.pins, sheet.situation.tables);
  });
  return questionsIn([...new Set(weighed)], sheets);
}

function questionsIn(ids: readonly string[], sheets: Advised['sheets']): Draft[] {
  return ids.map((question) => ({
    kind: 'question',
    question,
    lines: changedQuestion(question, sheets),
  }));
}

/** An alternative that one side alone has. */
function gainedOrLost(alternative: string, advised: Advised): Draft[] {
  const lines = oneSidedAlternative(alternative, advised);
  return lines.length > 0 ? [{ kind: 'alternative', alternative, lines }] : [];
}

function rankedIn({ judged: [before, after], sheets: [old, now] }: Advised): Ranked {
  return [rankAll(before, caseOf(old.situation)), rankAll(after, caseOf(now.situation))];
}

interface Around {
  readonly advised: Advised;
  readonly ranked: Ranked;
  readonly questions: readonly Draft[];
}

/** What counts differently for or against an alternative, and what else changed about it. */
function aboutAlternative(alternative: string, { advised, ranked, questions }: Around): Draft[] {
  const [old, now] = advised.sheets;
  const before = weighedIn(alternative, ranked[0], old);
  const after = weighedIn(alternative, ranked[1], now);
  if (after === undefined) return gainedOrLost(alternative, advised);
  const own = otherLines(alternative, advised);
  if (before === undefined) return [...gainedOrLost(alternative, advised), own];
  if (isNoneOnce(alternative, advised)) return [own];
  const lines = [...own.lines, ...questions.flatMap((each) => each.lines)];
  const counts = isPinned(advised) ? changedRules(before, after) : changedCounts(before, after);
  const reasons = counts.map((count) => ({
    ...countDraft(count),
    alternative,
    lines: linesBehind(count, lines, advised.sheets),
  }));
  const named = new Set(reasons.flatMap((reason) => reason.lines));
  return [...reasons, without(named, own)];
}

/** Everything that changed about an alternative. */
function otherLines(alternative: string, advised: Advised): Draft {
  return { kind: 'lines', alternative, lines: changedAlternative(alternative, advised) };
}

function weighedIn(
  alternative: string,
  ranking: Ranked[number],
  { knowledge }: JudgedSheet,
): Weighed | undefined {
  const ranked = ranking.find((each) => each.alternative === alternative);
  return ranked && { ranked, pattern: patternIn(knowledge, alternative) };
}

function countDraft({ before, after }: Paired<CountedReason>): Omit<Draft, 'lines'> {
  const reason = after ?? before;
  const { kind, subject, because, condition } = reason;
  return {
    kind,
    ...(kind === 'quality' && { quality: subject }),
    ...(because && { because }),
    ...(condition !== undefined && { condition }),
    ...(before && { before: before.side }),
    ...(after && { after: after.side }),
  };
}

const FIRST = ['decision', 'question', 'alternative', 'hard-rule'];

/** The decision as a whole, then what is ruled out, then what moved most points. */
function weightOf({ kind, before, after }: Draft): number {
  const rank = FIRST.indexOf(kind);
  if (rank >= 0) return Number.MAX_SAFE_INTEGER - rank;
  return Math.abs((after?.points ?? 0) - (before?.points ?? 0));
}
