import type { Demand } from '../../src/engine/explain/demand.ts';
import type { Sheet } from '../../src/engine/proof/codes.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { built } from './built.ts';

/** The fewest answers that settle the same; with these known beforehand no interview could ask fewer questions. */
export interface Hindsight {
  readonly size: number;
  /** Whether it is proved that fewer do not suffice. */
  readonly isProved: boolean;
}

/** How few of somebody's answers settle a decision, or all at once. */
export function hindsightOf(
  knowledge: KnowledgeBase,
  decision?: string,
): (answers: Answers) => Hindsight {
  const { judged, sheetOf, racesOn } = courtFor(knowledge, decision);
  const { shortfallIn } = built('engine/explain/shortfall');
  const { smallestSets } = built('engine/explain/smallest-sets');
  const { counterexampleTo } = built('engine/explain/counterexample');
  const dense = built('engine/proof/dense').denseOf(knowledge);
  const questions = questionsOf(knowledge, decision);
  const items = questions.map((id) => sheetOf.indexOf(id));
  return (answers) => {
    const sheet = sheetOf.answers(answers);
    const chosen = (set: readonly number[]): Answers =>
      new Map([...answers].filter(([id]) => set.includes(sheetOf.indexOf(id))));
    const outcome = judged(sheet).text;
    const races = racesOn(sheet);
    const isOther = (full: Sheet) => judged(full).text !== outcome;
    const { sets, isComplete } = smallestSets(
      items,
      untilFound({
        passes: (set) => !judged(sheetOf.answers(chosen(set))).isOpen,
        unmetBy: (set) => {
          const some = sheetOf.answers(chosen(set));
          const demands = races.flatMap((race) => shortfallIn(race, some, { sheet, items }) ?? []);
          if (demands.length > 0) return demands;
          const demand = counterexampleTo(some, { sheet, items }, { dense, isOther });
          return demand ? [demand] : [];
        },
      }),
    );
    return { size: sets[0]?.length ?? 0, isProved: isComplete };
  };
}

function questionsOf(knowledge: KnowledgeBase, decision: string | undefined): string[] {
  if (decision === undefined) return [...knowledge.questions.keys()];
  return built('engine/touching').questionsTouching(knowledge, decision);
}

function courtFor(knowledge: KnowledgeBase, decision: string | undefined) {
  const dense = built('engine/proof/dense').denseOf(knowledge);
  const index = decision === undefined ? undefined : dense.indexOf.get(decision);
  const docket = built('engine/proof/dockets').docketFor(dense, new Map(), index);
  const { judgeAll } = built('engine/proof/judge-all');
  const { racesIn } = built('engine/explain/races');
  const lines = docket.lines.slice(index === undefined ? 0 : -1);
  const judge = (sheet: Sheet) => {
    const all = judgeAll(docket, sheet, { isExact: false });
    return lines.flatMap((line) => {
      const own = all.get(line.at(-1)?.decision.index ?? -1);
      return own ? [{ line, own }] : [];
    });
  };
  return {
    judged: (sheet: Sheet) => {
      const all = judge(sheet).map(({ own }) => own);
      return {
        isOpen: all.some(({ status }) => status === 'open'),
        text: all.map(({ status, picks }) => `${status} ${picks}`).join(),
      };
    },
    racesOn: (sheet: Sheet) => judge(sheet).flatMap(({ line, own }) => racesIn(line, own)),
    sheetOf: {
      answers: (answers: Answers) => dense.codes.encode(answers),
      indexOf: (question: string) => dense.codes.indexOf.get(question) ?? -1,
    },
  };
}

interface Test {
  readonly passes: (set: readonly number[]) => boolean;
  readonly unmetBy: (set: readonly number[]) => readonly Demand[];
}

/** Small sets are looked at first, so that the first that passes tells the size: then nothing is good enough any more. */
function untilFound({ passes, unmetBy }: Test): Test {
  let isCandidate = false;
  let isFound = false;
  return {
    unmetBy: (set) => {
      if (isFound) return [{ needed: 1, gains: [] }];
      const demands = unmetBy(set);
      isCandidate = demands.length === 0;
      return demands;
    },
    passes: (set) => {
      const isPassing = passes(set);
      // What is put to the test otherwise is larger, to learn from what a candidate lacks.
      isFound = isFound || (isCandidate && isPassing);
      isCandidate = false;
      return isPassing;
    },
  };
}
