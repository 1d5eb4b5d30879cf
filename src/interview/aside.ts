import { verdictsOn } from '../engine/verdicts.ts';
import type { Interview } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { knownAnswers } from '../model/known-answers.ts';

/**
 * Questions with an answer that moves nothing as long as the other answers stay: they are kept, and count again once the
 * others let them.
 */
export function answersAside(
  knowledge: KnowledgeBase,
  { sheet, topic }: Pick<Interview, 'sheet' | 'topic'>,
): Set<string> {
  const verdicts = verdictsOn(knowledge);
  const known = knownAnswers(sheet);
  const isAsked = (id: string) => topic.decisions.length === 0 || topic.decisions.includes(id);
  const matters = (question: string) => {
    const others = new Map([...known].filter(([id]) => id !== question));
    return verdicts(others, sheet.pins).some(
      ({ id, dependsOn }) => isAsked(id) && dependsOn.includes(question),
    );
  };
  return new Set([...known.keys()].filter((question) => !matters(question)));
}
