import { shellWord } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { type KnowledgePaths, loadKnowledge } from '../knowledge/load.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
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
    throw new UserError(
      `${place}${first?.message ?? 'The knowledge is unreadable'}`,
      first?.hint ?? `mend the file; ${checkCommand(paths)} tells the rest`,
    );
  }
  if (diagnostics.length > 0) {
    context.remark(`${summary(diagnostics, documents)}: ${checkCommand(paths)}\n`);
  }
  return knowledge;
}

function checkCommand({ knowledge, add }: KnowledgePaths): string {
  const flags = [
    ...knowledge.map((path) => ` --knowledge ${shellWord(path)}`),
    ...add.map((path) => ` --add-knowledge ${shellWord(path)}`),
  ];
  return `arch-advisor check${flags.join('')}`;
}
