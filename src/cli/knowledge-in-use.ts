import { shellWord } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { KnowledgePaths, Loaded } from '../knowledge/read-knowledge.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { summary } from '../report/check/diagnostics-text.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';

/** The knowledge that the options name. Advice uses what parses, and says on standard error how much does not. */
export async function knowledgeInUse(
  options: CommonOptions,
  context: Context,
): Promise<KnowledgeBase> {
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const load = context.loadKnowledge ?? loadKnowledge;
  return usable(await load(paths), paths, context);
}

/** What was loaded from some paths, as far as it can be used. Throws a `UserError` where it cannot. */
export function usable(
  { knowledge, diagnostics, documents }: Loaded,
  paths: KnowledgePaths,
  context: Context,
): KnowledgeBase {
  if (knowledge === undefined) {
    const [first] = diagnostics;
    const place = first ? `${first.place.file}:${first.place.line}:${first.place.column}: ` : '';
    throw new UserError(
      `${place}${first?.message ?? 'The knowledge cannot be read'}`,
      first?.hint ?? `fix the file; ${checkCommand(paths)} shows any other problems`,
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

/** The same, with something to decide. Throws a `UserError` where it has no decision. */
export async function knowledgeToDecide(
  options: CommonOptions,
  context: Context,
): Promise<KnowledgeBase> {
  const knowledge = await knowledgeInUse(options, context);
  if (knowledge.decisions.size === 0) {
    throw new UserError(
      'The documents describe no decision: no heading has two alternatives',
      'put alternatives under one heading, or name them in decisions.yaml; `arch-advisor list patterns` shows the patterns found',
    );
  }
  return knowledge;
}
