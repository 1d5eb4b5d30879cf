import { type Entry, readEntries, type Understood } from '../../knowledge/answers/entries.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** Reads an answer or a pin as `readEntries` does, and returns what was read before from memory. Throws a `UserError`. */
export function rememberedEntries(knowledge: KnowledgeBase): (entry: Entry) => Understood {
  const memories = { question: new Map<string, Memory>(), decision: new Map<string, Memory>() };
  return (entry) => {
    const { subject, id, raw } = entry;
    const memory = memories[subject].get(id);
    const before = memory && recalled(memory, raw);
    if (before !== undefined) return before;
    const [read] = readEntries(knowledge, [entry]);
    if (read === undefined) throw new Error(`no entry was read for ${id}`);
    const own = memory ?? { single: new Map(), list: new Map() };
    memories[subject].set(id, own);
    remember(own, raw, read);
    return read;
  };
}

/** What was understood of a question or decision; only what is known gets here, so that there are few. */
interface Memory {
  readonly single: Map<string | number, Understood>;
  /** By its JSON. */
  readonly list: Map<string, Understood>;
}

function recalled({ single, list }: Memory, raw: unknown): Understood | undefined {
  if (isSingle(raw)) return single.get(raw);
  return isList(raw) ? list.get(JSON.stringify(raw)) : undefined;
}

function isSingle(raw: unknown): raw is string | number {
  return typeof raw === 'string' || typeof raw === 'number';
}

/** Anything nested deeper could nest indefinitely, and is wrong in any case. */
function isList(raw: unknown): raw is readonly unknown[] {
  return Array.isArray(raw) && raw.every(isSingle);
}

function remember({ single, list }: Memory, raw: unknown, read: Understood): void {
  if (isSingle(raw)) keep(single, raw, read);
  else if (isList(raw)) keep(list, JSON.stringify(raw), read);
}

/** Characters of what is kept, and how many of a kind. */
const LONGEST = 500;
const MOST = 1_000;

/** There is no limit to the numbers, so when there are too many, all are forgotten. */
function keep<K extends string | number>(
  before: Map<K, Understood>,
  key: K,
  read: Understood,
): void {
  if (typeof key === 'string' && key.length > LONGEST) return;
  if (before.size >= MOST) before.clear();
  before.set(key, read);
}
