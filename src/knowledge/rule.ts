import type { Diagnostic, Severity } from '../model/knowledge.ts';
import type { EffectFinder } from './effects.ts';
import type { Joined } from './join-layers.ts';
import type { Layer } from './layer.ts';

/** Looks for one kind of problem; its id is the name of its file. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (input: RuleInput, report: Report) => void;
}

/** All that the rules look at: what was read, before anything is left out. */
export interface RuleInput extends Joined<Layer> {
  readonly effects: EffectFinder;
  /** The decisions were written for these documents, so that each pattern they name should be here. */
  readonly complete: boolean;
}

export type Report = (found: Omit<Diagnostic, 'rule' | 'severity'>) => void;

/** All diagnostics of some rules, in the order of files, lines and columns. */
export function applyRules(rules: readonly Rule[], input: RuleInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { id, severity, check } of rules) {
    check(input, (diagnostic) => found.push({ rule: id, severity, ...diagnostic }));
  }
  return found.sort(byPlace);
}

function byPlace({ place: a }: Diagnostic, { place: b }: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
