import type { Sections } from '../../common/prepared.ts';
import { termsOf } from './conditions.ts';
import type { DecisionTable, JoinedCondition } from './decision-table.ts';
import { answerRows } from './decision-table.ts';
import { type PackedColumns, packedColumns, unpackedColumns } from './lazy-columns.ts';

/** A table as JSON can hold it. */
interface PackedTable extends Omit<DecisionTable, 'questions' | 'rows' | 'byQuestion' | 'joined'> {
  readonly questions: readonly PackedColumns[];
  readonly joined: readonly Omit<JoinedCondition, 'terms'>[];
}

/** A decision with its tables. */
interface Weighed {
  readonly decision: { readonly id: string };
  readonly tables: () => readonly DecisionTable[];
}

/** The tables of each decision as a section. */
export function packTables(decisions: readonly Weighed[]): Map<string, string> {
  return new Map(
    decisions.map(({ decision, tables }) => [
      sectionOf(decision.id),
      JSON.stringify(tables().map(packed)),
    ]),
  );
}

/** The tables of a decision, where they were prepared. */
export function preparedTables(decision: string, sections: Sections): DecisionTable[] | undefined {
  const text = sections(sectionOf(decision));
  if (text === undefined) return undefined;
  const packed: PackedTable[] = JSON.parse(text);
  return packed.map((each, index) => {
    const table = unpacked(each);
    const { head, nodes } = diagramSections(decision, index);
    diagramTexts.set(table, () => ({ head: sections(head), nodes: sections(nodes) }));
    return table;
  });
}

/** A diagram as two texts. */
interface DiagramTexts {
  readonly head: string | undefined;
  readonly nodes: string | undefined;
}

/** Who wins each table of a decision while no question is answered that decides it. */
export interface Unanswered {
  /** The indexes of those questions. */
  readonly questions: readonly number[];
  readonly tables: readonly Winning[];
}

/** The status of a table, and its winners or what leads: a mask of the alternatives of the decision. */
export interface Winning {
  readonly status: 'settled' | 'tied' | 'infeasible' | 'open';
  readonly picks: number;
}

/** What the tables of each decision come to with nothing answered as a section. */
export function packUnanswered(
  decisions: readonly Weighed[],
  winningIn: (table: DecisionTable) => Winning,
): Map<string, string> {
  return new Map(
    decisions.map(({ decision, tables }) => {
      const own: Unanswered = {
        questions: [...new Set(tables().flatMap(questionsNamed))],
        tables: tables().map((table) => {
          const { status, picks } = winningIn(table);
          return { status, picks };
        }),
      };
      return [unansweredSection(decision.id), JSON.stringify(own)];
    }),
  );
}

function questionsNamed({ questions, joined, reasons }: DecisionTable): number[] {
  const named = [...joined.flatMap(({ anyOf }) => anyOf), ...reasons].flat();
  return [...questions, ...named].map(({ slot }) => slot);
}

export function preparedUnanswered(decision: string, sections: Sections): Unanswered | undefined {
  const text = sections(unansweredSection(decision));
  return text === undefined ? undefined : JSON.parse(text);
}

function unansweredSection(decision: string): string {
  return `unanswered ${decision}`;
}

/** By the very table: one that was changed has another diagram. */
const diagramTexts = new WeakMap<DecisionTable, () => DiagramTexts>();

const NOTHING: DiagramTexts = { head: undefined, nodes: undefined };

/** What the build prepared of the diagram of a table with nothing answered. */
export function diagramTextsFor(table: DecisionTable): DiagramTexts {
  return diagramTexts.get(table)?.() ?? NOTHING;
}

/** The names of the sections for the table of a decision that stands at an index. */
export function diagramSections(decision: string, index: number) {
  return { head: `diagram ${decision} ${index}`, nodes: `nodes ${decision} ${index}` };
}

function sectionOf(decision: string): string {
  return `tables ${decision}`;
}

function packed({ rows, byQuestion, ...table }: DecisionTable): PackedTable {
  return {
    ...table,
    questions: table.questions.map(packedColumns),
    joined: table.joined.map(({ terms, ...condition }) => condition),
  };
}

function unpacked({ questions: packedQuestions, joined, ...table }: PackedTable): DecisionTable {
  const width = table.base.length;
  const questions = packedQuestions.map((each) => unpackedColumns(each, width));
  return {
    ...table,
    questions,
    rows: answerRows(questions, width),
    byQuestion: new Map(questions.map((each) => [each.slot, each])),
    joined: joined.map((condition) => ({ ...condition, terms: termsOf(condition.anyOf) })),
  };
}
