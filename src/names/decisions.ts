import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { lookUp } from './look-up.ts';
import type { Named } from './named.ts';
import { namesInPhrase, sidesOf } from './phrases.ts';

/** What somebody may mean by the name of a decision. */
export interface DecisionMeant {
  readonly id: string;
  /** What has the name, where it is not the decision: one of its alternatives, or a product. */
  readonly by?: Named;
}

/**
 * The decisions that a text names: by id, title or alias; as the decision to which an alternative or a product belongs; or
 * as what the alternatives in a phrase have in common, such as `SQL vs NoSQL`. Several where the text is ambiguous.
 */
export function decisionsMeant(text: string, knowledge: KnowledgeBase): readonly DecisionMeant[] {
  if (knowledge.decisions.has(text)) return [{ id: text }];
  const found = byName(text, knowledge);
  if (found.length > 0) return found;
  const sides = sidesOf(text);
  if (sides.length > 1) {
    const shared = sharedBy(sides.map((side) => byName(side, knowledge)));
    if (shared.length > 0) return shared;
  }
  return distinct(namesInPhrase(text, (part) => byName(part, knowledge)));
}

function byName(text: string, knowledge: KnowledgeBase): readonly DecisionMeant[] {
  const named = lookUp(text, ['decision', 'pattern', 'product'], knowledge);
  const decisions = named.filter(({ kind }) => kind === 'decision');
  if (decisions.length > 0) return decisions.map(({ id }) => ({ id }));
  return distinct(named.flatMap((by) => ownersOf(by, knowledge).map((id) => ({ id, by }))));
}

/** The decisions that an alternative, or what a product stands for, belongs to; none that is a finer part of another one. */
function ownersOf({ kind, id }: Named, { decisions, products }: KnowledgeBase): string[] {
  const ids = kind === 'product' ? (products.get(id)?.standsFor ?? []) : [id];
  const owners = [...decisions.values()].filter(({ alternatives }) =>
    alternatives.some((each) => ids.includes(each.id)),
  );
  const isFiner = ({ below }: Decision) => owners.some((owner) => owner.id === below);
  return owners.filter((owner) => !isFiner(owner)).map((decision) => decision.id);
}

/** What every side of a phrase may mean. */
function sharedBy(sides: readonly (readonly DecisionMeant[])[]): readonly DecisionMeant[] {
  const [first = [], ...others] = sides;
  return first.filter(({ id }) => others.every((side) => side.some((each) => each.id === id)));
}

function distinct(all: readonly DecisionMeant[]): DecisionMeant[] {
  return [...new Map(all.toReversed().map((each) => [each.id, each])).values()].reverse();
}
