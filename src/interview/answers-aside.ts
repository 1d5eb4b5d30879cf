import { knownAnswers } from '../common/answers.ts';
import { verdictsOn } from '../engine/advice/verdicts.ts';
import type { Interview } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';

/**
 * Questions with an answer that moves nothing as long as the other answers stay: they are kept, and count again once the
 * others let them.
 */
export function answersAside(
  knowledge: KnowledgeBase,
  { sheet, topic }: Pick<Interview, 'sheet' | 'topic'>,
): Set<string> {
  const verdicts = verdictsOn(knowledge, topic.decisions);
  const known = knownAnswers(sheet);
  const matters = (question: string) => {
    const others = new Map([...known].filter(([id]) => id !== question));
    return verdicts(others, sheet.pins).some(
      ({ dependsOn, appliesDependsOn = [] }) =>
        dependsOn.includes(question) || appliesDependsOn.includes(question),
    );
  };
  return new Set([...known.keys()].filter((question) => !matters(question)));
}
