import type { DecisionAdvice, RankedAlternative } from '../../model/advice.ts';
import type { Contrast, ContrastEntry } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { contextsOf } from '../decide/contexts.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import { orderOf } from '../decide/order.ts';
import { pairsOf } from '../decide/pairs.ts';
import { residualAmong } from '../decide/residual.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { namesOf } from '../table/masks.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { contrast } from './contrast.ts';

/** Which contrasts are wanted: with a named alternative, with every one, or with the runner-up. */
export interface Wanted {
  readonly over?: string;
  readonly every?: boolean;
}

/**
 * What a decision picks by itself against its runner-up: the best other alternative that is not certainly ruled out. Where
 * several may be picked, each pick against not having it; where none is, the technique that comes nearest to it.
 */
export function contrastsOf(
  { judged, advice }: { readonly judged: Judged; readonly advice: DecisionAdvice },
  wanted: Wanted,
  { tables, answers }: Situation,
): Contrast[] {
  const { decision, alternatives } = judged.entry;
  const own = namesOf(judged.picks, alternatives);
  const contrasts = decision.several
    ? techniqueContrasts({ ...advice, recommended: own }, decision.baseline, wanted)
    : pickContrasts(advice, own, wanted);
  return contrasts.map((each): Contrast => {
    const rivalry = {
      alternative: each.alternative,
      ...(each.over && { over: each.over.alternative }),
    };
    const lowest = lowestLead(judged.entry.tables(), rivalry, answers);
    return {
      ...each,
      ...(lowest !== undefined && { lowestLead: lowest }),
      entries: each.entries.map((entry) => withWeightParts(entry, tables.knowledge)),
    };
  });
}

/** The joint pick is compared with the decision's own pick. */
function pickContrasts(
  { ranking, recommended }: DecisionAdvice,
  own: readonly string[],
  { over, every }: Wanted,
): Contrast[] {
  const [first] = [...own, ...recommended].filter((id) => id !== over);
  const pick = ranking.find(({ alternative }) => alternative === first);
  const others = ranking.filter((each) => each !== pick);
  if (pick === undefined) return [];
  if (every && over === undefined) return others.map((rival) => contrast(pick, rival));
  const rival =
    over === undefined
      ? others.find(isStanding)
      : others.find(({ alternative }) => alternative === over);
  return rival ? [contrast(pick, rival)] : [];
}

function isStanding({ excludedBy }: RankedAlternative): boolean {
  return excludedBy.every(({ state }) => state === 'possible');
}

function techniqueContrasts(
  { ranking, recommended }: DecisionAdvice,
  baseline: string | undefined,
  { over, every }: Wanted,
): Contrast[] {
  if (recommended.length === 0 && ranking.every(({ picked }) => picked === undefined)) return [];
  const techniques = ranking.filter(({ alternative }) => alternative !== baseline);
  const picked = techniques.filter(({ alternative }) => recommended.includes(alternative));
  const named = techniques.filter(({ alternative }) => alternative === over);
  if (named.length > 0) return named.map((each) => contrast(each));
  if (every) return techniques.map((each) => contrast(each));
  const nearest = techniques.filter(isStanding).slice(0, 1);
  return (picked.length > 0 ? picked : nearest).map((each) => contrast(each));
}

/** The entry with what each of its reasons adds to the weight of its quality. */
function withWeightParts(
  entry: ContrastEntry,
  { qualities, questions }: KnowledgeBase,
): ContrastEntry {
  if (entry.kind !== 'quality') return entry;
  const { quality, because } = entry;
  const weightParts = because.map((reason) => {
    if (reason === 'base') return qualities.get(quality)?.weight ?? 0;
    const { choices = [] } = questions.get(reason.question) ?? {};
    return choices.find(({ id }) => id === reason.choice)?.weights.get(quality) ?? 0;
  });
  return { ...entry, weightParts };
}

/** Two alternatives of a decision; without a rival, a technique against not having it. */
export interface Rivalry {
  readonly alternative: string;
  readonly over?: string;
}

/**
 * The least that an alternative leads its rival by under any completion that leaves the rival standing; undefined if a
 * completion rules the alternative out, or none leaves the rival: then points do not matter.
 */
export function lowestLead(
  tables: readonly DecisionTable[],
  { alternative, over = '' }: Rivalry,
  answers: AnswerMasks,
): number | undefined {
  const table = tables.find(({ alternatives }) => alternatives.includes(alternative));
  const [own, rival] = [alternative, over].map((id) => table?.alternatives.indexOf(id) ?? -1);
  if (table === undefined || own === undefined || rival === undefined || rival < 0) {
    return undefined;
  }
  const residual = residualAmong(table, answers, (1 << own) | (1 << rival));
  const [first, second] = [residual.racers.indexOf(own), residual.racers.indexOf(rival)];
  if (first < 0 || second < 0) return undefined;
  const pairs = pairsOf(contextsOf(residual, orderOf(residual)));
  if (pairs.standing(first).mayFall) return undefined;
  const range = pairs.range(first, second);
  if (range === undefined) return undefined;
  return table.isTechnique ? (range.lowest + 1) / 2 : range.lowest;
}
