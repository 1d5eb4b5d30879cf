import { UserError } from '../common/user-error.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';

/** Throws a `UserError` where there is nothing to decide. */
export function refuseWithoutDecisions({ decisions }: KnowledgeBase): void {
  if (decisions.size > 0) return;
  throw new UserError(
    'The documents describe no decision: nowhere are there two alternatives',
    'put alternatives under one heading, or name them in decisions.yaml; `arch-advisor list patterns` shows what was read',
  );
}
