import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { compile, withParents } from './compiled.ts';

/**
 * The questions of which an answer can move a decision, through the decisions it hangs on too; in the order of the
 * knowledge base. An answer to any other question changes nothing about it.
 */
export function questionsTouching(knowledge: KnowledgeBase, id: string): string[] {
  const chain = withParents(id, compile(knowledge).decisions);
  const touching = new Set(
    chain.flatMap(({ tables, appliesWhen, hardRules }) => [
      ...tables.flatMap((table) => [...table.questions.keys()]),
      ...[...appliesWhen, ...hardRules.map(({ parts }) => parts)]
        .flat()
        .map(({ question }) => question),
    ]),
  );
  return [...knowledge.questions.keys()].filter((question) => touching.has(question));
}
