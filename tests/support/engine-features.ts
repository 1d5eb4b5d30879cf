import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, knowledgeIn } from './engine-arbitraries.ts';
import type { Truth } from './engine-brute-force.ts';
import { conditionOf, type DecisionSpec } from './engine-builders.ts';
import { truthIn, worldsIn } from './engine-runs.ts';
import { isRuledOut, patternIn, type World, winnersIn } from './engine-worlds.ts';

/** What makes a case hard to judge, in words; each at most once. */
export function featuresOf(each: Case): string[] {
  const knowledge = knowledgeIn(each);
  const view: View = {
    each,
    truth: truthIn(each),
    worlds: worldsIn(each),
  };
  const found = [
    ...each.spec.patterns.flatMap(({ useWhen = [], avoidWhen = [], ruledOutWhen = [] }) => [
      ...[...useWhen, ...avoidWhen, ...ruledOutWhen].flatMap((text) => joinedIn(text, each)),
      ...ruledOutWhen.flatMap((text) => setsIn(text, each)),
    ]),
    ...each.spec.decisions.flatMap((decision) => [
      ...featuresOfPicks(decision, view),
      ...featuresOfParents(decision, view),
      ...hardRulesOn(decision, view, knowledge),
    ]),
  ];
  return [...new Set(found)];
}

interface View {
  readonly each: Case;
  readonly truth: ReadonlyMap<string, Truth>;
  readonly worlds: readonly World[];
}

function joinedIn(text: string, { answers }: Case): string[] {
  const open = subjectsOf(text).filter((id) => answers[id] === undefined);
  return open.length >= 2 ? [`a condition over ${open.length} open questions`] : [];
}

function setsIn(text: string, { spec, answers }: Case): string[] {
  const named = subjectsOf(text);
  const open = spec.questions.filter(({ id }) => named.includes(id) && answers[id] === undefined);
  return open
    .filter(({ several }) => several)
    .flatMap(({ limit, exclusive, opposites = [] }) => [
      ...(limit === undefined ? [] : ['a hard rule on an open set with a limit']),
      ...(exclusive === undefined ? [] : ['a hard rule on an open set with a choice alone']),
      ...(opposites.length === 0 ? [] : ['a hard rule on an open set with opposites']),
    ]);
}

function featuresOfPicks({ id, several, withoutBaseline }: DecisionSpec, view: View): string[] {
  const { status, applies, outcomes } = view.truth.get(id) ?? {};
  const kind = several
    ? `several picks with${withoutBaseline ? 'out' : ''} a baseline`
    : 'one pick';
  const found = [`${kind} that is ${status}`, `${status} where it applies is ${applies}`];
  if (several || status !== 'open') return found;
  const possible = [...(outcomes?.keys() ?? [])];
  if (possible.some((outcome) => outcome.includes(' '))) found.push('an open pick tied at times');
  if (possible.includes('')) found.push('an open pick where nothing stands at times');
  return found;
}

function featuresOfParents(decision: DecisionSpec, { each, truth }: View): string[] {
  const parents = parentsOf(decision, each);
  const found = parents.flatMap((parent) => {
    const { status, applies } = truth.get(parent.id) ?? {};
    const isPinned = parent.id in each.pins;
    return [
      `a parent that is ${status}`,
      `a parent where it applies is ${applies}`,
      ...(isPinned ? [`a pinned parent that is ${status}`] : []),
      ...(parent.several ? [`a parent of several picks that is ${status}`] : []),
    ];
  });
  if (parents.length === 0) return [];
  if (decision.id in each.pins) found.push('a pinned child');
  if (decision.several) found.push('a child of several picks');
  if (parents.some((parent) => parentsOf(parent, each).length > 0))
    found.push('a child of a child');
  return found;
}

function parentsOf({ appliesWhen = [] }: DecisionSpec, { spec }: Case): DecisionSpec[] {
  const named = appliesWhen.flatMap(subjectsOf);
  return spec.decisions.filter(({ id }) => named.includes(id));
}

/** An alternative that wins under one completion and is ruled out under another. */
function hardRulesOn({ id }: DecisionSpec, { worlds }: View, knowledge: KnowledgeBase): string[] {
  const decision = knowledge.decisions.get(id);
  if (decision === undefined) return [];
  const winners = new Set(worlds.flatMap((world) => winnersIn(world, decision)));
  const isOutAtTimes = (alternative: string) =>
    worlds.some((world) => isRuledOut(world, patternIn(world, alternative)));
  return [...winners].some(isOutAtTimes) ? ['a winner that is ruled out at times'] : [];
}

function subjectsOf(text: string): string[] {
  const { terms } = conditionOf(text.replace(' (strong)', ''));
  return [...new Set(terms.map(({ subject }) => subject))];
}
