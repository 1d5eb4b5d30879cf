import { built, KNOWLEDGE } from './built.ts';
import type { Engine, Work } from './engine.ts';
import { lineWork } from './line-work.ts';

/** The engine of the working tree. */
export async function newEngine(): Promise<Engine> {
  const { loadKnowledge } = built('knowledge/load');
  const { knowledge } = await loadKnowledge({ knowledge: [KNOWLEDGE], add: [] });
  if (knowledge === undefined) throw new Error('The knowledge cannot be read');
  const { advise } = built('engine/advice/advise');
  const { judgeWanted, situationOf } = built('engine/advice/situation');
  const { verdictOf } = built('engine/advice/verdicts');
  const { jointPicks } = built('engine/joint/joint-picks');
  const { shareOfPick } = built('engine/advice/shares');
  const { explain } = built('engine/explain/explain');
  const { flips } = built('engine/flip/flips');
  const { outlookOf } = built('engine/advice/outlook');
  const decide: Work = (sheet, decisions) => {
    const situation = situationOf(knowledge, sheet);
    const all = [...judgeWanted(situation, decisions).values()];
    const joint = jointPicks(situation, { judged: all, calls: 2_000_000 });
    return all.map((judged) => ({
      ...verdictOf(judged, joint, situation.tables.questions),
      ...(judged.status === 'open' && shareOfPick(judged)),
    }));
  };
  return {
    knowledge,
    tasks: {
      decide,
      'decide exactly': decide,
      advise: (sheet, decisions) => advise(knowledge, { ...sheet, decisions }),
      explain: (sheet, decisions) => explain(knowledge, { ...sheet, decisions, every: true }),
      flip: (sheet, [decision = '']) => lastOf(flips(knowledge, { ...sheet, decision })),
      next: (sheet, decisions) => outlookOf(knowledge, { ...sheet, decisions }),
      line: lineWork(knowledge, {
        ...built('cli/batch/answer-line'),
        ...built('report/batch/outcome-line'),
      }),
    },
  };
}

/** What a search returns at its end. */
export function lastOf<T>(search: Iterator<unknown, T>): T {
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}
