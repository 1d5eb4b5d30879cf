import { contradictionsIn } from '../engine/advice/conflicts.ts';
import type { Answers } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { contradictionLines } from '../report/advice/conflicts-text.ts';
import type { Context } from './context.ts';

/** Says on standard error which answers cannot hold together, for results that have no place for it. */
export function remarkContradictions(
  knowledge: KnowledgeBase,
  answers: Answers,
  { remark, promptStyle }: Pick<Context, 'remark' | 'promptStyle'>,
): void {
  const contradictions = contradictionsIn(knowledge, answers);
  const [, ...lines] = contradictionLines({ contradictions }, promptStyle);
  if (lines.length > 0) remark(`${lines.join('\n')}\n\n`);
}
