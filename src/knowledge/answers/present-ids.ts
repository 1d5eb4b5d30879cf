import type { FormerId, KnowledgeBase, Renamed } from '../../model/knowledge.ts';

/** Something as it was written under an id, put under the ids of today. */
export interface Present {
  readonly id: string;
  readonly raw: unknown;
  /** The old ids that were found, the one it stands under first. */
  readonly former: readonly FormerId[];
}

/**
 * Takes old ids for those of today: the question or decision that something stands under, and the choices or
 * alternatives in it. What is known today keeps its meaning, and what was never known stays as it is.
 */
export function underPresentIds(
  knowledge: KnowledgeBase,
  subject: Renamed['subject'],
  { id: written, raw }: { readonly id: string; readonly raw: unknown },
): Present {
  const id = presentSubject(knowledge, subject, written);
  const known = partsOf(knowledge, subject, id);
  const renamed = knowledge.renamed.filter(
    (each) => each.subject === subject && each.id === id && each.part !== undefined,
  );
  const former: FormerId[] = id === written ? [] : [{ kind: subject, from: written, to: id }];
  const present = (part: unknown): unknown => {
    if (typeof part !== 'string' || known.includes(part)) return part;
    const to = renamed.findLast((each) => each.part === part && known.includes(each.to))?.to;
    if (to === undefined) return part;
    const kind = subject === 'question' ? 'choice' : 'alternative';
    former.push({ kind, from: part, to, of: id });
    return to;
  };
  return { id, raw: Array.isArray(raw) ? raw.map(present) : present(raw), former };
}

/** What a question or decision is called today; an id that was never known stays as it is. */
export function presentSubject(
  { questions, decisions, renamed }: KnowledgeBase,
  subject: Renamed['subject'],
  id: string,
): string {
  const known = subject === 'question' ? questions : decisions;
  if (known.has(id)) return id;
  const isMeant = (each: Renamed) =>
    each.subject === subject && each.part === undefined && each.id === id && known.has(each.to);
  return renamed.findLast(isMeant)?.to ?? id;
}

function partsOf(
  { questions, decisions }: KnowledgeBase,
  subject: Renamed['subject'],
  id: string,
): string[] {
  const parts =
    subject === 'question' ? questions.get(id)?.choices : decisions.get(id)?.alternatives;
  return (parts ?? []).map((part) => part.id);
}
