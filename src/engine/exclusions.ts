import type { Exclusion } from '../model/advice.ts';
import type { Answers } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { HardRule } from './compiled.ts';
import { allHold, truthOfPart } from './truth.ts';

/** The hard rules that rule an alternative out, or may come to. */
export function exclusionsOf(
  rules: readonly HardRule[],
  answers: Answers,
  { questions }: KnowledgeBase,
): Exclusion[] {
  return rules.flatMap(({ parts, evidence }) => {
    const truth = allHold(
      parts.map((part) => truthOfPart(part, questions.get(part.question), answers)),
    );
    if (truth === 'never') return [];
    const { text, place, condition } = evidence;
    return [
      {
        state: truth === 'always' ? 'certain' : 'possible',
        text,
        because: condition?.text ?? '',
        file: place.file,
        line: place.line,
      },
    ];
  });
}
