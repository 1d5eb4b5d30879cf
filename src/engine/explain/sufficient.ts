import type { DecisionAdvice } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { SufficientAnswers } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { OPEN, type Sheet } from '../proof/codes.ts';
import { denseOf } from '../proof/dense.ts';
import { docketFor } from '../proof/dockets.ts';
import { judgeAll } from '../proof/judge-all.ts';
import type { Judged } from '../proof/judged.ts';
import { questionsTouching } from '../touching.ts';
import { counterexampleTo } from './counterexample.ts';
import { racesIn } from './races.ts';
import { shortfallIn } from './shortfall.ts';
import { smallestSets } from './smallest-sets.ts';

/** More sets than this are counted, not listed. */
const MOST_LISTED = 5;

/** What is given: answers, and pins, which stay. */
export interface Given {
  readonly answers: Answers;
  readonly pins: Pins;
}

/**
 * The smallest sets of the given answers that lead to the same proved pick, whatever the others were (MODEL.md, section
 * 5); undefined where the decision is open. Tied, infeasible and not applicable count as proved.
 */
export function sufficientAnswers(
  knowledge: KnowledgeBase,
  { id, status }: Pick<DecisionAdvice, 'id' | 'status'>,
  { answers, pins }: Given,
): SufficientAnswers | undefined {
  if (status === 'open') return undefined;
  const dense = denseOf(knowledge);
  const index = dense.indexOf.get(id) ?? -1;
  const docket = docketFor(dense, pins, index);
  const sheet = dense.codes.encode(answers);
  const items = questionsTouching(knowledge, id)
    .filter((question) => answers.has(question))
    .flatMap((question) => dense.codes.indexOf.get(question) ?? []);
  const judge = (some: Sheet) => judgeAll(docket, some, { isExact: false }).get(index);
  const own = judge(sheet);
  const races = own ? racesIn(docket.lines.at(-1) ?? [], own) : [];
  const full = { sheet, items };
  const isOther = (complete: Sheet) => outcomeOf(judge(complete)) !== outcomeOf(own);
  const { sets, isComplete } = smallestSets(items, {
    // What is proved with less is proved with all, so that it is the same.
    passes: (set) => judge(only(sheet, set))?.status !== 'open',
    unmetBy: (set) => {
      const some = only(sheet, set);
      const demands = races.flatMap((race) => shortfallIn(race, some, full) ?? []);
      if (demands.length > 0) return demands;
      const demand = counterexampleTo(some, full, { dense, isOther });
      return demand ? [demand] : [];
    },
  });
  const named = sets.map((set) => set.flatMap((each) => dense.codes.questions[each]?.id ?? []));
  return {
    size: named[0]?.length ?? 0,
    sets: named.length > MOST_LISTED ? named.slice(0, 1) : named,
    count: named.length,
    ...(!isComplete && { searchGivenUp: true }),
  };
}

function outcomeOf(judged: Judged | undefined): string {
  return `${judged?.status} ${judged?.picks}`;
}

/** The same, with nothing answered but some questions. */
function only(sheet: Sheet, questions: readonly number[]): Sheet {
  const some = new Int32Array(sheet.length).fill(OPEN);
  for (const question of questions) some[question] = sheet[question] ?? OPEN;
  return some;
}
