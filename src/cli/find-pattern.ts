import { closest } from '../knowledge/closest.ts';
import { indexNames } from '../knowledge/names.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Pattern } from '../model/pattern.ts';
import { UserError } from '../model/user-error.ts';

/** The pattern with this id, name or alias. Throws a `UserError` with the nearest one. */
export function findPattern({ patterns, decisions }: KnowledgeBase, name: string): Pattern {
  const id = patterns.has(name) ? name : indexNames([...decisions.values()]).resolve(name);
  const pattern = patterns.get(id ?? name);
  if (pattern) return pattern;
  const near = closest(name, patterns.keys());
  const hint = near ? `did you mean \`${near}\`?` : '`arch-advisor list patterns` names them all';
  throw new UserError(`Unknown pattern \`${name}\``, hint);
}
