import type { ContrastEntry } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';

/** The entry with what each of its reasons, `base` or `question=choice`, adds to the weight of its quality. */
export function withWeightParts(entry: ContrastEntry, knowledge: KnowledgeBase): ContrastEntry {
  if (entry.kind !== 'quality') return entry;
  const { quality, because } = entry;
  return { ...entry, weightParts: because.map((reason) => added(reason, quality, knowledge)) };
}

function added(reason: string, quality: string, { qualities, questions }: KnowledgeBase): number {
  const at = reason.indexOf('=');
  if (at < 0) return qualities.get(quality)?.weight ?? 0;
  const choices = questions.get(reason.slice(0, at))?.choices ?? [];
  const choice = choices.find(({ id }) => id === reason.slice(at + 1));
  return choice?.weights.get(quality) ?? 0;
}
