import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern, Prose } from '../model/pattern.ts';
import type { Counts } from '../model/reading.ts';
import { preparedFor } from './prepared.ts';

/** What has to have a source: the claims and conditions of a pattern. */
export function statementsOf({ claims, evidence }: Pattern): readonly Prose[] {
  return [...claims, ...evidence];
}

export function isUnsourced({ sources, judgement }: Prose): boolean {
  return sources.length === 0 && !judgement;
}

const SECTION = 'counts';

export function countsOf(knowledge: KnowledgeBase): Counts {
  const prepared = preparedFor(knowledge)?.(SECTION);
  return prepared === undefined ? counted(knowledge) : JSON.parse(prepared);
}

/** The counts as a section. */
export function packCounts(knowledge: KnowledgeBase): Map<string, string> {
  return new Map([[SECTION, JSON.stringify(counted(knowledge))]]);
}

function counted(knowledge: KnowledgeBase): Counts {
  const patterns = [...knowledge.patterns.values()];
  const decisions = [...knowledge.decisions.values()];
  const questions = [...knowledge.questions.values()];
  const claims = patterns.flatMap((pattern) => pattern.claims);
  const statements = patterns.flatMap(statementsOf);
  const sourced = statements.filter(({ sources }) => sources.length > 0).length;
  const unsourced = statements.filter(isUnsourced).length;
  return {
    qualities: knowledge.qualities.size,
    decisions: decisions.length,
    alternatives: decisions.flatMap(({ alternatives }) => alternatives).length,
    patterns: patterns.length,
    questions: questions.length,
    choices: questions.flatMap(({ choices }) => choices).length,
    profiles: knowledge.profiles.size,
    claims: claims.length,
    conditions: statements.length - claims.length,
    sourced,
    judgement: statements.length - sourced - unsourced,
    unsourced,
    prose: claims.filter(({ effects }) => effects.length === 0).length,
    sources: knowledge.sources.size,
  };
}
