import type { Exclusion, RankedAlternative } from '../../model/advice.ts';
import type { Alternative } from '../../model/decision.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Judged } from '../decide/judge.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { truthOf } from '../table/conditions.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { maskOf } from '../table/masks.ts';
import {
  contributionsOf,
  isSilent,
  patternIn,
  type RowWeight,
  weightsIn,
} from './contributions.ts';
import { shareIn } from './shares.ts';
import { type Case, truthIn } from './situation.ts';

/** All alternatives, highest score first; where several may be picked each with its own verdict. */
export function rankAll(judged: Judged, given: Case): RankedAlternative[] {
  const { decision } = judged.entry;
  const weights = new Map(
    judged.entry.tables().map((table) => [table, weightsIn(table, given)] as const),
  );
  const ranked = decision.alternatives.map((alternative) => {
    const own = weighed(alternative, judged, { ...given, weights });
    return decision.several ? { ...own, ...verdictOn(alternative.id, judged, given) } : own;
  });
  return ranked.sort((a, b) => b.score - a.score);
}

interface Weighed extends Case {
  readonly weights: ReadonlyMap<DecisionTable, readonly RowWeight[]>;
}

/** Where several may be picked the baseline has no points, as nothing is weighed against it. */
function weighed({ id, name }: Alternative, { entry }: Judged, given: Weighed): RankedAlternative {
  const { tables, answers, weights: all } = given;
  const { decision } = entry;
  const table = entry.tables().find(({ alternatives }) => alternatives.includes(id));
  if (table === undefined) {
    return { alternative: id, name, score: 0, excludedBy: [], contributions: [] };
  }
  const pattern = patternIn(tables.knowledge, id);
  const place = table.alternatives.indexOf(id);
  const weights = all.get(table) ?? [];
  const weighing = { table, place, decision, pattern, answers, tables, weights };
  const contributions = contributionsOf(weighing);
  return {
    alternative: id,
    name: pattern.name,
    score: contributions.reduce((sum, { points }) => sum + points, 0),
    excludedBy: exclusionsOf(pattern, given),
    contributions,
    ...(isSilent(pattern, decision) && { silent: true }),
  };
}

type Verdict = Pick<RankedAlternative, 'picked' | 'status' | 'dependsOn' | 'share' | 'unreasoned'>;

function verdictOn(id: string, judged: Judged, given: Case): Verdict {
  const { entry, picks, isPinned, status, tables } = judged;
  const picked = (picks & maskOf([id], entry.alternatives)) !== 0;
  if (status === 'not-applicable') return { picked };
  const own = tables.find(({ table }) => table.alternatives.includes(id));
  if (isPinned || own === undefined) {
    return { picked, ...statusIn(judged, given, picked || !isPinned) };
  }
  const share = techniqueShare(own, picked);
  return {
    picked,
    ...statusIn(own, given),
    ...(share !== undefined && { share }),
    ...(isUnreasoned(own.table, given) && { unreasoned: true as const }),
  };
}

/** A pin is as open as the decision, and what is not pinned is settled; the baseline is picked where no technique is. */
function statusIn(
  { status, dependsOn }: Pick<Judged, 'status' | 'dependsOn'>,
  given: Case,
  mayBeOpen = true,
): Pick<Verdict, 'status' | 'dependsOn'> {
  const isOpen = mayBeOpen && status === 'open';
  return { status: isOpen ? 'open' : 'settled', dependsOn: isOpen ? given.idsOf(dependsOn) : [] };
}

/** Of its state now: picked, or not. */
function techniqueShare(own: JudgedTable, isPicked: boolean): number | undefined {
  return own.diagram && shareIn(own.diagram, (picks) => (picks !== 0) === isPicked);
}

/** It names conditions under which to use it, and none of them can hold. */
function isUnreasoned({ reasons }: DecisionTable, { answers, tables }: Case): boolean {
  const truths = reasons.map((reason) => truthOf(reason, answers, tables.questions));
  return truths.length > 0 && truths.every((truth) => truth === 'never');
}

/** The hard rules that rule an alternative out, or may come to; in the order of the document. */
function exclusionsOf({ evidence }: Pattern, given: Case): Exclusion[] {
  return evidence.flatMap(({ kind, text, place, condition }): Exclusion[] => {
    if (kind !== 'ruled-out-when' || !condition?.terms.length) return [];
    const truth = truthIn(condition, given);
    if (truth === undefined || truth === 'never') return [];
    const state = truth === 'always' ? 'certain' : 'possible';
    return [{ state, text, because: condition.text, file: place.file, line: place.line }];
  });
}
