import type { CompiledDecision } from '../compiled.ts';
import { type DecisionTable, WITHOUT } from '../decision-table.ts';
import { legalAnswers } from '../legal-answers.ts';
import type { Part } from '../terms.ts';
import type { Codes } from './codes.ts';
import { type DenseTable, denseTable, type Literal, literal } from './dense-table.ts';

export interface DenseDecision {
  readonly compiled: CompiledDecision;
  readonly index: number;
  /** By bit. */
  readonly alternatives: readonly string[];
  /** One; where several may be picked, one per technique. */
  readonly contests: readonly Contest[];
  /** Where several may be picked the bit of picking none of them. */
  readonly baseline: number;
  /** It applies when one of these conjunctions holds; without any, always. */
  readonly appliesWhen: readonly (readonly Demand[])[];
  /** The same as written. */
  readonly condition: string;
}

/** Alternatives of a table against each other. */
export interface Contest {
  readonly table: DenseTable;
  /** A technique against not having it. */
  readonly several: boolean;
  /** The bits of the decision for the alternatives of the table; 0 for not having a technique. */
  readonly bits: readonly number[];
  /** The conditions of which one has to hold, where a technique names any. */
  readonly needs: readonly (readonly Literal[])[];
}

/** What has to hold for a decision to apply: of an answer, or of an earlier pick. */
export type Demand = { readonly literal: Literal } | PickDemand;

/** Each list of alternatives shares one with the pick. */
export interface PickDemand {
  readonly decision: number;
  readonly lists: readonly number[];
}

interface Surroundings {
  readonly codes: Codes;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Those that stand before it. */
  readonly decisions: readonly DenseDecision[];
}

/** A decision with what it needs of those before it. */
export function denseDecision(compiled: CompiledDecision, around: Surroundings): DenseDecision {
  const { decision, tables, appliesWhen } = compiled;
  const alternatives = decision.alternatives.map(({ id }) => id);
  const { codes } = around;
  return {
    compiled,
    index: around.decisions.length,
    alternatives,
    contests: tables.map((table) =>
      contestOf(table, { alternatives, codes, several: decision.several }),
    ),
    baseline: decision.several ? bitOf(decision.baseline ?? WITHOUT, alternatives) : 0,
    condition: decision.appliesWhen.map(({ text }) => text).join('; '),
    appliesWhen: appliesWhen.map((parts) => parts.flatMap((part) => demandOf(part, around))),
  };
}

interface Naming {
  readonly alternatives: readonly string[];
  readonly codes: Codes;
  readonly several: boolean;
}

export function contestOf(table: DecisionTable, { alternatives, codes, several }: Naming): Contest {
  return {
    table: denseTable(table, codes),
    several,
    bits: table.alternatives.map((id) => bitOf(id, alternatives)),
    needs: table.needs.map((parts) => parts.map((part) => askedLiteral(part, codes))),
  };
}

export function bitOf(alternative: string, alternatives: readonly string[]): number {
  const index = alternatives.indexOf(alternative);
  return index < 0 ? 0 : 1 << index;
}

/** A part on something that nobody asks never holds. */
function demandOf(part: Part, { codes, indexOf, decisions }: Surroundings): Demand {
  const parent = decisions[indexOf.get(part.question) ?? -1];
  if (parent === undefined) return { literal: askedLiteral(part, codes) };
  const lists = part.lists.map((list) =>
    list.reduce((bits, id) => bits | bitOf(id, parent.alternatives), 0),
  );
  return { decision: parent.index, lists };
}

const NEVER: Literal = { question: 0, isTrue: () => false, whileOpen: false, codes: [] };

function askedLiteral(part: Part, codes: Codes): Literal {
  const question = codes.questions[codes.indexOf.get(part.question) ?? -1];
  if (question === undefined) return NEVER;
  const answers = legalAnswers(question, { qualities: [], parts: [part] });
  return literal(
    part,
    codes,
    answers.map(({ choices }) => choices),
  );
}
