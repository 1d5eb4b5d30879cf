import type { Judged } from '../../src/engine/decide/judge.ts';
import { masksOf } from '../../src/engine/table/slots.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { built } from './built.ts';
import { type Course, type Cut, courseOf } from './course.ts';

/** The fewest answers that prove the same; with these known beforehand no interview could ask fewer questions. */
export interface Hindsight {
  readonly size: number;
  /** Whether it is proved that fewer do not suffice. */
  readonly isProved: boolean;
}

/** How few of somebody's answers prove a decision, or all at once: whether it applies, and then its pick. */
export function hindsightOf(
  knowledge: KnowledgeBase,
  decisions: readonly string[],
): (answers: Answers) => Hindsight {
  const { judgeWanted, situationOf } = built('engine/advice/situation');
  const { smallestHittingSets } = built('engine/explain/sufficient');
  const situation = situationOf(knowledge, { answers: new Map(), pins: new Map() });
  const coursesOf = [...judgeWanted(situation, decisions).values()].map(coursesIn);
  const { questions } = situation.tables;
  return (answers) => {
    const masks = masksOf(answers, questions);
    const courses = coursesOf.flatMap((each) => each(masks));
    let isFound = false;
    const { sets, isGivenUp } = smallestHittingSets([...questions.keys()], (set) => {
      if (isFound) return [UNHITTABLE];
      const cuts = courses.flatMap((course) => course.cuts(set));
      isFound = cuts.length === 0;
      return cuts;
    });
    return { size: sets[0]?.length ?? 0, isProved: !isGivenUp };
  };
}

/** Nothing hits it, so that no second set is looked for. */
const UNHITTABLE: Cut = [];

/** What has to be proved of a decision, given all answers: that it does not apply; else that it does, and its picks. */
function coursesIn({ applicability, tables }: Judged): (masks: Int32Array) => Course[] {
  const [applies, ...picks] = [applicability.diagram, ...tables.map(({ diagram }) => diagram)].map(
    (diagram) => diagram && courseOf(diagram),
  );
  return (masks) => {
    const whether = applies?.(masks);
    const ifApplying = whether?.outcome === 0 ? [] : picks.flatMap((each) => each?.(masks) ?? []);
    return [...(whether ? [whether] : []), ...ifApplying];
  };
}
