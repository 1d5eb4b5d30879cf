import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Evidence } from '../model/pattern.ts';
import { type DecisionTable, tablesOf } from './decision-table.ts';
import { type Part, partsOf } from './terms.ts';

/** A knowledge base compiled once, to be asked about any number of systems. */
export interface Compiled {
  readonly knowledge: KnowledgeBase;
  /** In the order of the knowledge base: what a decision hangs on stands before it. */
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
}

export interface CompiledDecision {
  readonly decision: Decision;
  /** One where one alternative is picked; one per technique where several may be. */
  readonly tables: readonly DecisionTable[];
  /** It applies when one of these conditions holds; without any, always. Parts name questions or earlier decisions. */
  readonly appliesWhen: readonly (readonly Part[])[];
  readonly hardRules: readonly HardRule[];
}

/** What rules an alternative out, as its document says. */
export interface HardRule {
  readonly alternative: string;
  readonly parts: readonly Part[];
  readonly evidence: Evidence;
}

const compiledOnce = new WeakMap<KnowledgeBase, Compiled>();

/** Compiles a knowledge base, once. */
export function compile(knowledge: KnowledgeBase): Compiled {
  const compiled = compiledOnce.get(knowledge) ?? compileAll(knowledge);
  compiledOnce.set(knowledge, compiled);
  return compiled;
}

function compileAll(knowledge: KnowledgeBase): Compiled {
  const decisions = [...knowledge.decisions.values()].map((decision) => ({
    decision,
    tables: tablesOf(decision, knowledge),
    appliesWhen: decision.appliesWhen.map(partsOf),
    hardRules: hardRulesOf(decision, knowledge),
  }));
  return { knowledge, decisions: new Map(decisions.map((each) => [each.decision.id, each])) };
}

function hardRulesOf(
  { alternatives }: Decision,
  { patterns, questions }: KnowledgeBase,
): HardRule[] {
  return alternatives.flatMap(({ id }) =>
    (patterns.get(id)?.evidence ?? [])
      .filter(({ kind }) => kind === 'ruled-out-when')
      .flatMap((evidence) => {
        const parts = partsOf(evidence.condition);
        const isKnown = parts.length > 0 && parts.every(({ question }) => questions.has(question));
        return isKnown ? [{ alternative: id, parts, evidence }] : [];
      }),
  );
}

/** A decision with all that it hangs on, itself last. */
export function withParents(id: string, decisions: Compiled['decisions']): CompiledDecision[] {
  const found = new Set<CompiledDecision>();
  const visit = (each: CompiledDecision | undefined) => {
    if (each === undefined || found.has(each)) return;
    for (const { question } of each.appliesWhen.flat()) visit(decisions.get(question));
    found.add(each);
  };
  visit(decisions.get(id));
  return [...found];
}
