import type { SufficientAnswers } from '../../model/explanation.ts';
import { type Contexts, contextsOf } from '../decide/contexts.ts';
import { type Cut, cutsOf, type GivenAnswers } from '../decide/cuts.ts';
import type { Judged } from '../decide/judge.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { orderOf } from '../decide/order.ts';
import { residualAmong } from '../decide/residual.ts';
import { firstMembers } from '../table/masks.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { smallestHittingSets } from './hitting-sets.ts';

/** More sets than this are counted, not listed. */
const MOST_LISTED = 5;

/**
 * The smallest sets of the given answers that lead to the same proved pick however all others were answered, were the
 * decision to apply (docs/model.md, "Sufficient answers"); undefined where it is open or never applies. Tied and
 * infeasible count as proved.
 */
export function sufficientAnswers(
  { status, tables }: Judged,
  answers: AnswerMasks,
  idsOf: (questions: readonly number[]) => string[],
): SufficientAnswers | undefined {
  if (status === 'open' || status === 'not-applicable') return undefined;
  const races = tables.map((judged) => raceOf(judged, answers));
  const items = [...new Set(races.flatMap(({ items: own }) => own))].sort((a, b) => a - b);
  const { sets, isGivenUp } = smallestHittingSets(items, (set) =>
    races.flatMap(({ cuts }) => cuts(set)),
  );
  return {
    size: sets[0]?.length ?? 0,
    sets: (sets.length > MOST_LISTED ? sets.slice(0, 1) : sets).map(idsOf),
    count: sets.length,
    ...(isGivenUp && { searchGivenUp: true }),
  };
}

/** A table with the answers that are given there. */
interface Race {
  /** The indexes of the answered questions. */
  readonly items: readonly number[];
  /** The cuts, as questions, that remain once only some of them are answered. */
  readonly cuts: (answered: readonly number[]) => Cut[];
}

/** Prepared once with nothing answered, so that any set of answers is one walk through the same contexts. */
function raceOf({ table, picks }: JudgedTable, answers: AnswerMasks): Race {
  const nothing = new Int32Array(answers.length);
  const residual = residualAmong(table, nothing, firstMembers(table.base.length));
  const contexts: Contexts = contextsOf(residual, orderOf(residual));
  const slots = residual.levels.map(({ columns }) => columns.slot);
  const classes = residual.levels.map(({ columns, classOf }) => {
    const answer = answers[columns.slot] ?? 0;
    return answer === 0 ? undefined : classOf[columns.classOf(answer)];
  });
  const winners = residual.racers.reduce((mask, place, racer) => {
    const isWinner = table.isTechnique
      ? (place === 1) === (picks !== 0)
      : hasPick(table.picks[place], picks);
    return isWinner ? mask | (1 << racer) : mask;
  }, 0);
  return {
    items: slots.filter((slot) => (answers[slot] ?? 0) !== 0),
    cuts: (answered) => {
      const isFixed: GivenAnswers['isFixed'] = (level) => answered.includes(slots[level] ?? -1);
      const cuts = cutsOf(contexts, winners, { classes, isFixed });
      return cuts.map((cut) => cut.flatMap((level) => slots[level] ?? []));
    },
  };
}

function hasPick(pick: number | undefined, picks: number): boolean {
  return pick !== undefined && (pick & picks) !== 0;
}
