import { advise } from '../../src/engine/advise.ts';
import type { RankedAlternative } from '../../src/model/advice.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { barePass } from './bare-pass.ts';
import type { RuleEngine } from './rule-engine.ts';
import type { ScoreTable } from './score-table.ts';

/** Throws unless a bare pass gives the scores of the advice: what is the measure must do the work. */
export function holdPassAgainstAdvice(
  knowledge: KnowledgeBase,
  table: ScoreTable,
  sheets: readonly Answers[],
): void {
  for (const answers of sheets) {
    const advised = rankingsOn(knowledge, answers);
    barePass(table, table.read(answers)).forEach((score, at) => {
      const name = table.names[at] ?? '';
      same(name, score, advised.get(name)?.score);
    });
  }
}

/** Throws unless the rule engine finds the same scores, and rules the same out, for complete answers. */
export async function holdEngineAgainstAdvice(
  knowledge: KnowledgeBase,
  engine: RuleEngine,
  sheets: readonly Answers[],
): Promise<void> {
  for (const answers of sheets) {
    const { scores, out } = await engine.run(answers);
    const advised = rankingsOn(knowledge, answers);
    for (const [name, score] of scores) {
      const own = advised.get(name);
      same(name, score, own?.score);
      same(`${name} ruled out`, out.has(name), own && isOut(own));
    }
  }
}

function isOut({ excludedBy, unreasoned }: RankedAlternative): boolean {
  return unreasoned === true || excludedBy.some(({ state }) => state === 'certain');
}

function rankingsOn(knowledge: KnowledgeBase, answers: Answers): Map<string, RankedAlternative> {
  const { decisions } = advise(knowledge, { answers, pins: new Map(), decisions: [] });
  return new Map(
    decisions.flatMap(({ id, ranking }) =>
      ranking.map((each) => [`${id}/${each.alternative}`, each] as const),
    ),
  );
}

function same(of: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${of}: ${found} instead of ${wanted}`);
}
