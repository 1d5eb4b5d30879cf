import type { KnowledgeBase, Renamed, Retired } from '../model/knowledge.ts';
import type { Layer } from './layers.ts';

type Questions = KnowledgeBase['questions'];

/**
 * The old ids of all layers. Where one layer renames what another retires, the later counts; what any layer asks today is
 * not retired.
 */
export function oldIdsIn(
  layers: readonly Layer[],
  questions: Questions,
): Pick<KnowledgeBase, 'renamed' | 'retired'> {
  const above = (index: number) => layers.slice(index + 1);
  const renamed = layers.flatMap((layer, index) => {
    const later = above(index).flatMap(({ retired }) => retired);
    return layer.renamed.filter((each) => !later.some((other) => isSameOldId(each, other)));
  });
  const retired = layers.flatMap((layer, index) => {
    const later = above(index).flatMap((other) => other.renamed);
    return layer.retired.filter((each) => !later.some((other) => isSameOldId(other, each)));
  });
  return { renamed, retired: retired.filter((each) => !isAsked(each, questions)) };
}

/** Both are about one question, or about one choice of it. */
export function isSameOldId(
  { subject, id, part }: Renamed,
  { question, choice }: Retired,
): boolean {
  return subject === 'question' && id === question && part === choice;
}

/** It is a question of today, or a choice of one. */
export function isAsked({ question, choice }: Retired, questions: Questions): boolean {
  const choices = questions.get(question)?.choices;
  if (choices === undefined || choice === undefined) return choices !== undefined;
  return choices.some(({ id }) => id === choice);
}
