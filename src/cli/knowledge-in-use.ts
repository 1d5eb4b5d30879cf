import { loadKnowledge } from '../knowledge/load.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { UserError } from '../model/user-error.ts';
import { summary } from '../report/diagnostics-text.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';

/** The knowledge that the options name. Advice uses what parses, and says on standard error how much does not. */
export async function knowledgeInUse(
  options: CommonOptions,
  context: Context,
): Promise<KnowledgeBase> {
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const { knowledge, diagnostics, documents } = await loadKnowledge(paths);
  if (knowledge === undefined) {
    const [first] = diagnostics;
    const place = first ? `${first.place.file}:${first.place.line}:${first.place.column}: ` : '';
    throw new UserError(`${place}${first?.message ?? 'The knowledge is unreadable'}`, first?.hint);
  }
  if (diagnostics.length > 0) {
    const flags = [
      ...paths.knowledge.map((path) => ` --knowledge ${path}`),
      ...paths.add.map((path) => ` --add-knowledge ${path}`),
    ];
    context.remark(`${summary(diagnostics, documents)}: arch-advisor check${flags.join('')}\n`);
  }
  return knowledge;
}
