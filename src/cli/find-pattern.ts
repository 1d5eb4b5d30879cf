import { didYouMean } from '../common/closest.ts';
import { UserError } from '../common/user-error.ts';
import { indexNames } from '../knowledge/read/names.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';

/** The pattern with this id, name or alias. Throws a `UserError` with the nearest one. */
export function findPattern({ patterns, decisions }: KnowledgeBase, name: string): Pattern {
  const pattern = patterns.get(name) ?? patterns.get(idBehind(name, { patterns, decisions }));
  if (pattern) return pattern;
  const hint = didYouMean(name, patterns.keys(), '`arch-advisor list patterns` names them all');
  throw new UserError(`Unknown pattern \`${name}\``, hint);
}

/** Looks at every pattern, as any of them may have the name. */
function idBehind(
  name: string,
  { patterns, decisions }: Pick<KnowledgeBase, 'patterns' | 'decisions'>,
): string {
  const alternatives = [...decisions.values()].flatMap((decision) => decision.alternatives);
  return indexNames([...patterns.values(), ...alternatives]).resolve(name) ?? name;
}
