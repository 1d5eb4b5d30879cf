import type { DecisionAdvice } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { SufficientAnswers } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { OPEN, type Sheet } from '../proof/codes.ts';
import { denseOf } from '../proof/dense.ts';
import { docketFor } from '../proof/dockets.ts';
import { judgeAll } from '../proof/judge-all.ts';
import { questionsTouching } from '../touching.ts';
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
  const judged = judgeAll(docket, sheet, { isExact: false });
  const own = judged.get(index);
  const races = own ? racesIn(docket.lines.at(-1) ?? [], own) : [];
  const { sets, isComplete } = smallestSets(items, {
    // What is proved with less is proved with all, so that it is the same.
    passes: (set) =>
      judgeAll(docket, only(sheet, set), { isExact: false }).get(index)?.status !== 'open',
    unmetBy: (set) => {
      const some = only(sheet, set);
      const full = { sheet, items };
      return races.flatMap((race) => shortfallIn(race, some, full) ?? []);
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

/** The same, with nothing answered but some questions. */
function only(sheet: Sheet, questions: readonly number[]): Sheet {
  const some = new Int32Array(sheet.length).fill(OPEN);
  for (const question of questions) some[question] = sheet[question] ?? OPEN;
  return some;
}
