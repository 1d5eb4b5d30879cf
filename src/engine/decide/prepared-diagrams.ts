import { once } from '../../common/lazy.ts';
import { preparedFor } from '../../common/prepared.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { diagramSections, diagramTextsFor } from '../table/prepared-tables.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { type DecisionEntry, type PinMasks, questionsIn, type Tables } from '../table/tables.ts';
import type { Diagram, DiagramLevel } from './diagram.ts';
import { distributionOf, questionsOf } from './queries.ts';

/** A diagram as JSON can hold it, but for its nodes. */
interface PackedDiagram extends Pick<Diagram, 'root' | 'size'> {
  readonly levels: readonly PackedLevel[];
  /** The questions that matter. */
  readonly questions: readonly number[];
  readonly outcomes: readonly (readonly [outcome: number, part: number])[];
}

interface PackedLevel {
  readonly slot: number;
  readonly masks: readonly number[];
  readonly weights: readonly number[];
  /** For each class of the question's columns the class here. */
  readonly classOf: readonly number[];
}

/** A decision with its tables, judged with nothing answered. */
interface Weighed {
  readonly entry: { readonly decision: { readonly id: string } };
  readonly tables: readonly {
    readonly table: DecisionTable;
    readonly diagram: Diagram | undefined;
  }[];
}

interface PackedDiagrams {
  readonly heads: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

/** The diagrams of what was judged with nothing answered, each as two sections, as few commands need the nodes. */
export function packDiagrams(judged: Iterable<Weighed>): PackedDiagrams {
  const [heads, nodes] = [new Map<string, string>(), new Map<string, string>()];
  for (const { entry, tables } of judged) {
    for (const [index, { table, diagram }] of tables.entries()) {
      if (diagram === undefined) continue;
      const sections = diagramSections(entry.decision.id, index);
      heads.set(sections.head, packed(diagram, table));
      nodes.set(sections.nodes, digitsOf(diagram));
    }
  }
  return { heads, nodes };
}

function packed(diagram: Diagram, { byQuestion }: DecisionTable): string {
  const levels = diagram.levels.map(
    ({ slot, classes, classOf }): PackedLevel => ({
      slot,
      masks: classes.map(({ mask }) => mask),
      weights: classes.map(({ weight }) => weight),
      classOf: (byQuestion.get(slot)?.classes ?? []).map(({ mask }) => classOf(mask)),
    }),
  );
  const { root, size } = diagram;
  const outcomes = [...distributionOf(diagram)];
  const own: PackedDiagram = { root, size, levels, questions: questionsOf(diagram), outcomes };
  return JSON.stringify(own);
}

const preparedOfTable = new WeakMap<DecisionTable, Diagram>();

/** The diagram of a table with nothing answered, where it was prepared; read once. */
export function preparedDiagram(table: DecisionTable): Diagram | undefined {
  const known = preparedOfTable.get(table);
  if (known !== undefined) return known;
  const { head, nodes } = diagramTextsFor(table);
  if (head === undefined || nodes === undefined) return undefined;
  const diagram = unpacked(JSON.parse(head), nodes, table);
  preparedOfTable.set(table, diagram);
  return diagram;
}

/** The nodes are read when one of them is first looked at. */
function unpacked(
  { root, size, levels, questions, outcomes }: PackedDiagram,
  text: string,
  { byQuestion }: DecisionTable,
): Diagram {
  const widths = levels.map(({ masks }) => masks.length);
  const nodes = once(() => nodesIn(text, widths, size));
  return {
    root,
    size,
    levels: levels.map(({ slot, masks, weights, classOf }): DiagramLevel => {
      const columns = byQuestion.get(slot);
      return {
        slot,
        classes: masks.map((mask, index) => ({ mask, weight: weights[index] ?? 0 })),
        classOf: (mask) => classOf[columns?.classOf(mask) ?? 0] ?? 0,
      };
    }),
    levelOf: (node) => {
      const { items, starts } = nodes();
      return items[starts[node] ?? 0] ?? 0;
    },
    childOf: (node, answer) => {
      const { items, starts } = nodes();
      return items[(starts[node] ?? 0) + 1 + answer] ?? 0;
    },
    known: { questions, outcomes: new Map(outcomes) },
  };
}

/** Thirty-two digits that end a number, and as many that go on; none of them is escaped in JSON. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_abcdefghijklmnopqrstuvwxyz';
const BITS = 5;
const MORE = 1 << BITS;

/**
 * For each node its level, then its children: an even number says how far a node is behind, an odd one is an outcome. Most
 * children are near, so that most numbers take one or two digits.
 */
function digitsOf(diagram: Diagram): string {
  const parts: string[] = [];
  const widths = diagram.levels.map(({ classes }) => classes.length);
  for (let node = 0; node < diagram.size; node += 1) {
    const level = diagram.levelOf(node);
    let text = digits(level);
    for (let answer = 0; answer < (widths[level] ?? 0); answer += 1) {
      const child = diagram.childOf(node, answer);
      text += digits(child < 0 ? 2 * (-1 - child) + 1 : 2 * (node - child));
    }
    parts.push(text);
  }
  return parts.join('');
}

function digits(value: number): string {
  let [text, left] = ['', value];
  while (left >= MORE) {
    text += DIGITS[MORE + (left % MORE)];
    left = Math.floor(left / MORE);
  }
  return text + DIGITS[left];
}

function nodesIn(
  text: string,
  widths: readonly number[],
  count: number,
): { readonly items: Int32Array; readonly starts: Int32Array } {
  const digitValues = new Uint8Array(128);
  for (let digit = 0; digit < DIGITS.length; digit += 1)
    digitValues[DIGITS.charCodeAt(digit)] = digit;
  const items = new Int32Array(text.length);
  const starts = new Int32Array(count);
  let [at, size, nodes] = [0, 0, 0];
  const next = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const digit = digitValues[text.charCodeAt(at)] ?? 0;
      at += 1;
      value |= (digit & (MORE - 1)) << shift;
      if (digit < MORE) return value;
      shift += BITS;
    }
  };
  while (at < text.length) {
    starts[nodes] = size;
    const level = next();
    items[size] = level;
    size += 1;
    for (let answer = 0; answer < (widths[level] ?? 0); answer += 1) {
      const child = next();
      items[size] = child % 2 === 1 ? -1 - (child >> 1) : nodes - (child >> 1);
      size += 1;
    }
    nodes += 1;
  }
  return { items: items.slice(0, size), starts };
}

/** Of a decision that applies under some completions, with nothing answered. */
interface UndecidedApplicability {
  readonly dependsOn: readonly number[];
  readonly share: number;
}

interface Around {
  readonly tables: Tables;
  readonly answers: AnswerMasks;
  readonly pins: PinMasks;
}

/** Whether each decision applies that was judged with nothing answered, where that is undecided: a section each. */
export function packApplicability(
  judged: Iterable<{
    readonly entry: DecisionEntry;
    readonly applicability: { readonly applies: string } & Partial<UndecidedApplicability>;
  }>,
): Map<string, string> {
  const sections = new Map<string, string>();
  for (const { entry, applicability } of judged) {
    const { applies, dependsOn = [], share } = applicability;
    if (applies !== 'undecided' || share === undefined) continue;
    const own: UndecidedApplicability = { dependsOn, share };
    sections.set(applicabilityName(entry), JSON.stringify(own));
  }
  return sections;
}

/** What was prepared, unless something is answered or pinned that decides it, through its parents too. */
export function preparedApplicability(
  entry: DecisionEntry,
  parents: readonly number[],
  { tables, answers, pins }: Around,
): UndecidedApplicability | undefined {
  const text = preparedFor(tables.knowledge)?.(applicabilityName(entry));
  if (text === undefined || parents.some((parent) => pins.has(parent))) return undefined;
  const chain = [entry.index, ...parents].flatMap((index) => tables.decisions[index] ?? []);
  const named = chain
    .flatMap(({ appliesWhen }) => appliesWhen.flat())
    .flatMap((demand) => ('slot' in demand ? [demand.slot] : []));
  const weighed = chain.slice(1).flatMap((parent) => questionsIn(parent.tables()));
  const isTouched = [...named, ...weighed].some((slot) => answers[slot] !== 0);
  return isTouched ? undefined : JSON.parse(text);
}

function applicabilityName({ decision }: DecisionEntry): string {
  return `applies ${decision.id}`;
}
