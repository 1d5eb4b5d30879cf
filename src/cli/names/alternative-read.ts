import type { KnowledgeBase } from '../../model/knowledge.ts';
import { lookUp } from '../../names/look-up.ts';
import type { Context } from '../context.ts';

/** Says on standard error what the name of a product, or of a finer alternative, was read as. */
export function remarkReading(
  typed: string | undefined,
  read: string | undefined,
  { knowledge, context }: { readonly knowledge: KnowledgeBase; readonly context: Context },
): void {
  if (typed === undefined || read === undefined || typed === read) return;
  const found = lookUp(typed, ['pattern', 'product'], knowledge);
  const [first] = found;
  if (first === undefined || first.id === read) return;
  const name = knowledge.patterns.get(read)?.name ?? read;
  context.remark(`${first.label} is read as ${name} here.\n`);
}
