import type { RankedAlternative } from '../../src/model/advice.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { built } from './built.ts';
import type { RuleEngine } from './rule-engine.ts';
import type { Sheet } from './sheets.ts';

/** Throws unless the rule engine finds the same scores, and rules the same out, for complete answers. */
export async function holdAgainstAdvice(
  knowledge: KnowledgeBase,
  engine: RuleEngine,
  sheets: readonly Sheet[],
): Promise<void> {
  for (const sheet of sheets) {
    const { scores, out } = await engine.run(sheet.answers);
    const advised = rankingsOn(knowledge, sheet);
    for (const [name, score] of scores) {
      const own = advised.get(name);
      if (own === undefined) continue;
      same(name, score, own.score);
      same(`${name} ruled out`, out.has(name), isOut(own));
    }
  }
}

function isOut({ excludedBy, unreasoned }: RankedAlternative): boolean {
  return unreasoned === true || excludedBy.some(({ state }) => state === 'certain');
}

/** Of the decisions that apply. */
function rankingsOn(knowledge: KnowledgeBase, sheet: Sheet): Map<string, RankedAlternative> {
  const { decisions } = built('engine/advice/advise').advise(knowledge, {
    ...sheet,
    decisions: [],
  });
  return new Map(
    decisions
      .filter(({ applies }) => applies === 'yes')
      .flatMap(({ id, ranking }) =>
        ranking.map((each) => [`${id}/${each.alternative}`, each] as const),
      ),
  );
}

function same(of: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${of}: ${found} instead of ${wanted}`);
}
