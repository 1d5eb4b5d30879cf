import { advise } from '../../src/engine/advise.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { barePass, type Field } from './bare-pass.ts';
import { built } from './built.ts';
import type { RuleEngine } from './rule-engine.ts';

/** Throws unless a bare pass gives the scores of the advice: what is the measure must do the work. */
export function holdPassAgainstAdvice(
  knowledge: KnowledgeBase,
  { board, encode, names }: Field,
  sheets: readonly Answers[],
): void {
  const pass = barePass(board);
  for (const answers of sheets) {
    const advised = new Map(
      advise(knowledge, { answers, pins: new Map(), decisions: [] }).decisions.flatMap(
        ({ id, ranking }) =>
          ranking.map(({ alternative, score }) => [`${id}/${alternative}`, score] as const),
      ),
    );
    pass(encode(answers)).forEach((score, at) => {
      const name = names[at] ?? '';
      if (!isNobody(name)) same(name, advised.get(name), score);
    });
  }
}

/** Throws unless the rule engine finds the same scores, and rules the same out, for complete answers. */
export async function holdEngineAgainstUs(
  engine: RuleEngine,
  { board, encode, names }: Field,
  sheets: readonly Answers[],
): Promise<void> {
  const { readFinal } = built('engine/proof/reading');
  for (const answers of sheets) {
    const found = await engine.run(answers);
    const { known, out } = readFinal(board, encode(answers));
    for (const { index, at, contest } of board.seats) {
      contest.table.alternatives.forEach((_, own) => {
        const name = names[at + own] ?? '';
        if (isNobody(name)) return;
        same(name, found.scores.get(name), known[at + own]);
        same(`${name} ruled out`, found.out.has(name), ((out[index] ?? 0) & (1 << own)) !== 0);
      });
    }
  }
}

function isNobody(name: string): boolean {
  return name.endsWith('/(without)');
}

function same(of: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Error(`${of}: ${found} instead of ${wanted}`);
}
