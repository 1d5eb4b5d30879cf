import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { type Case, knowledgeIn, situationIn } from './engine-arbitraries.ts';
import { bruteForce, completionsOf, type Truth } from './engine-brute-force.ts';
import { conditionOf, type DecisionSpec } from './engine-builders.ts';
import { isApplicable, isRuledOut, patternIn, type World, winnersIn } from './engine-worlds.ts';

/** What makes a case hard to judge, in words; each at most once. */
export function featuresOf(each: Case): string[] {
  const knowledge = knowledgeIn(each);
  const situation = situationIn(each);
  const view: View = {
    each,
    truth: bruteForce(knowledge, situation),
    worlds: completionsOf(knowledge, situation).worlds,
  };
  const found = [
    ...each.spec.patterns.flatMap(({ useWhen = [], avoidWhen = [], ruledOutWhen = [] }) => [
      ...[...useWhen, ...avoidWhen, ...ruledOutWhen].flatMap((text) => joinedIn(text, each)),
      ...ruledOutWhen.flatMap((text) => setsIn(text, each)),
    ]),
    ...each.spec.decisions.flatMap((decision) => [
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
  return open.length >= 3 ? ['a condition over three open questions'] : [];
}

function setsIn(text: string, { spec, answers }: Case): string[] {
  const named = subjectsOf(text);
  const open = spec.questions.filter(({ id }) => named.includes(id) && answers[id] === undefined);
  return open
    .filter(({ several }) => several)
    .flatMap(({ limit, exclusive }) => [
      ...(limit === undefined ? [] : ['a hard rule on an open set with a limit']),
      ...(exclusive === undefined ? [] : ['a hard rule on an open set with a choice alone']),
    ]);
}

function featuresOfParents(decision: DecisionSpec, { each, truth }: View): string[] {
  const parents = parentsOf(decision, each);
  return parents.flatMap((parent) => {
    const status = truth.get(parent.id)?.status;
    const isPinned = parent.id in each.pins;
    return [
      `a parent that is ${status}`,
      ...(isPinned ? [`a pinned parent that is ${status}`] : []),
      ...(decision.id in each.pins ? ['a pinned child'] : []),
      ...(parent.several ? [`a parent of several picks that is ${status}`] : []),
      ...(parentsOf(parent, each).length > 0 ? ['a child of a child'] : []),
      ...(decision.several ? ['a child of several picks'] : []),
    ];
  });
}

function parentsOf({ appliesWhen = [] }: DecisionSpec, { spec }: Case): DecisionSpec[] {
  const named = appliesWhen.flatMap(subjectsOf);
  return spec.decisions.filter(({ id }) => named.includes(id));
}

/** An alternative that wins under one completion and is ruled out under another. */
function hardRulesOn({ id }: DecisionSpec, { worlds }: View, knowledge: KnowledgeBase): string[] {
  const decision = knowledge.decisions.get(id);
  if (decision === undefined) return [];
  const applying = worlds.filter((world) => isApplicable(world, decision));
  const winners = new Set(applying.flatMap((world) => winnersIn(world, decision) ?? []));
  const isOutAtTimes = (alternative: string) =>
    applying.some((world) => isRuledOut(world, patternIn(world, alternative)));
  return [...winners].some(isOutAtTimes) ? ['a winner that is ruled out at times'] : [];
}

function subjectsOf(text: string): string[] {
  const { terms } = conditionOf(text.replace(' (strong)', ''));
  return [...new Set(terms.map(({ subject }) => subject))];
}
