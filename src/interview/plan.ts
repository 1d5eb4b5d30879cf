import { compile, withParents } from '../engine/compiled.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Question } from '../model/question.ts';

/** What an interview is about. */
export interface Topic {
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
  /** Questions that need not be asked, answered or not. */
  readonly given: ReadonlySet<string>;
}

/** The questions that can matter to the decisions, in the order of their groups and then of the document. */
export function planInterview(knowledge: KnowledgeBase, { decisions, given }: Topic): Question[] {
  const compiled = compile(knowledge);
  const wanted = decisions.length > 0 ? decisions : [...compiled.decisions.keys()];
  const involved = wanted.flatMap((id) => withParents(id, compiled.decisions));
  const touching = new Set(
    involved.flatMap(({ tables, appliesWhen }) => [
      ...tables.flatMap(({ questions }) => [...questions.keys()]),
      ...appliesWhen.flat().map(({ question }) => question),
    ]),
  );
  const questions = [...knowledge.questions.values()].filter(
    ({ id }) => touching.has(id) && !given.has(id),
  );
  const groups = knowledge.groups.map(({ id }) => id);
  return questions.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}
