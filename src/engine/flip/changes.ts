import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Question } from '../../model/question.ts';
import { type Column, keyOf } from '../column.ts';
import { type CompiledDecision, compile, withParents } from '../compiled.ts';
import { fulfilmentKey, type Part } from '../terms.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';

/** How the answer to one question may change. */
export interface Changeable {
  readonly question: Question;
  /** Its place in the knowledge base. */
  readonly index: number;
  /** The choices answered now; absent where the question is open. */
  readonly present?: readonly string[];
  /** The other answers; those that do the same in the decision stand together, and never with the present one. */
  readonly classes: readonly (readonly Neighbour[])[];
}

/** What changes are looked for in. */
export interface Circumstances {
  readonly decision: string;
  readonly answers: Answers;
  readonly pins: Pins;
}

/**
 * The questions of which another answer may move a decision, in the order of the knowledge base. What gives all
 * alternatives alike in every table and fulfils the same conditions cannot tell picks apart, so one of a class stands
 * for all, and what does the same as the present answer is left out.
 */
export function changesOf(
  knowledge: KnowledgeBase,
  { decision, answers, pins }: Circumstances,
): Changeable[] {
  const chain = chainOf(decision, knowledge, pins);
  return [...knowledge.questions.values()].flatMap((question, index) => {
    const effectOf = effectIn(chain, question);
    if (effectOf === undefined) return [];
    const present = answers.get(question.id)?.choices;
    const classes = classesOf(neighboursOf(question, present), effectOf, present);
    if (classes.length === 0) return [];
    return [{ question, index, ...(present && { present }), classes }];
  });
}

/** What an answer does in a chain, as a word. */
type EffectOf = (choices: readonly string[]) => string;

function classesOf(
  near: readonly Neighbour[],
  effectOf: EffectOf,
  present: readonly string[] | undefined,
): Neighbour[][] {
  const classes = new Map<string, Neighbour[]>();
  for (const each of near) {
    const key = effectOf(each.choices);
    classes.set(key, [...(classes.get(key) ?? []), each]);
  }
  if (present) classes.delete(effectOf(present));
  return [...classes.values()];
}

/** The decision with what it hangs on; where it is pinned, only what can rule the pin out. */
function chainOf(id: string, knowledge: KnowledgeBase, pins: Pins): CompiledDecision[] {
  const chain = withParents(id, compile(knowledge).decisions);
  const pin = pins.get(id);
  if (pin === undefined) return chain;
  return chain.slice(-1).map((own) => ({
    ...own,
    tables: [],
    appliesWhen: [],
    hardRules: own.hardRules.filter(({ alternative }) => pin.includes(alternative)),
  }));
}

/** Undefined where no answer to the question does anything. */
function effectIn(chain: readonly CompiledDecision[], { id }: Question): EffectOf | undefined {
  const tables = chain
    .flatMap((each) => each.tables)
    .flatMap((each) => each.questions.get(id) ?? []);
  const named = chain.flatMap(({ appliesWhen, hardRules }) => [
    ...appliesWhen.flat(),
    ...hardRules.flatMap((rule) => rule.parts),
  ]);
  const parts: Part[] = [
    ...tables.flatMap((table) => table.parts),
    ...named.filter(({ question }) => question === id),
  ];
  if (tables.length + parts.length === 0) return undefined;
  return (choices) => {
    const columns = tables.map((table) => keyOf(leadsIn(table.columnOf(choices))));
    return `${columns.join(';')}|${fulfilmentKey(choices, parts)}`;
  };
}

/** What moves all alternatives alike moves no lead. */
function leadsIn({ points, ruledOut }: Column): Column {
  const [first = 0] = points;
  return { points: points.map((each) => each - first), ruledOut };
}
