import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { built } from './built.ts';

/** How some decisions stand on some answers. */
export interface Standing {
  /** Each is proved, and so is whether it applies. */
  readonly isSettled: boolean;
  /** The indexes of the open questions that can still change one of them. */
  readonly moving: ReadonlySet<number>;
}

export type Standings = (answers: Answers) => Standing;

/** The same as the interview goes by, without what tells which question is best; the same answers are judged once. */
export function standingsOf(knowledge: KnowledgeBase, decisions: readonly string[]): Standings {
  const { judgeWanted, situationOf } = built('engine/advice/situation');
  const known = new Map<string, Standing>();
  return (answers) => {
    const situation = situationOf(knowledge, { answers, pins: new Map() });
    const key = situation.answers.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const open = [...judgeWanted(situation, decisions).values()].filter(
      ({ status, applicability }) => status === 'open' || applicability.applies === 'undecided',
    );
    const moving = open.flatMap((each) => [...each.dependsOn, ...each.applicability.dependsOn]);
    const standing = { isSettled: open.length === 0, moving: new Set(moving) };
    known.set(key, standing);
    return standing;
  };
}
