import { readFileSync } from 'node:fs';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import { slug } from '../../src/knowledge/patterns/names.ts';
import type { TextFile } from '../../src/knowledge/read/text-file.ts';

/** What a test writes of a layer: documents and profiles by file name, the YAML files as text. */
export interface LayerTexts {
  readonly documents?: Readonly<Record<string, string>>;
  readonly profiles?: Readonly<Record<string, string>>;
  readonly qualities?: string;
  readonly questions?: string;
  readonly decisions?: string;
  readonly products?: string;
  readonly reading?: string;
  readonly complete?: boolean;
}

const READING = readFileSync(new URL('../../knowledge/reading.yaml', import.meta.url), 'utf8');

/** A layer in memory, its files named after their kind; complete unless the test says otherwise. */
export function layer(texts: LayerTexts): LayerFiles {
  const { documents = {}, profiles = {}, complete = true, ...yaml } = texts;
  const { qualities, questions, decisions, products } = yaml;
  return {
    reading: [{ file: 'reading.yaml', text: texts.reading ?? READING }],
    documents: filesOf(documents),
    profiles: filesOf(profiles),
    complete,
    ...(qualities !== undefined && { qualities: { file: 'qualities.yaml', text: qualities } }),
    ...(questions !== undefined && { questions: { file: 'questions.yaml', text: questions } }),
    ...(decisions !== undefined && { decisions: { file: 'decisions.yaml', text: decisions } }),
    ...(products !== undefined && { products: { file: 'products.yaml', text: products } }),
  };
}

function filesOf(texts: Readonly<Record<string, string>>): TextFile[] {
  return Object.entries(texts).map(([file, text]) => ({ file, text }));
}

const QUALITIES = `qualities:
  - id: consistency
    name: Consistency
    definition: How much readers agree.
    scale: { worst: seldom, neutral: soon, best: always }
    phrases: { minus: [eventual consistency] }
  - id: performance
    name: Performance
    definition: How long a request takes.
    scale: { worst: far longer, neutral: no change, best: far shorter }
    aliases: [latency]
`;

const QUESTIONS = `groups:
  - { id: scale, name: Scale }
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices:
      - { id: few, label: Little }
      - { id: many, label: A lot, weights: { performance: 2 } }
`;

const DECISIONS = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency, performance]
    alternatives:
      - { id: sql, name: SQL }
      - { id: nosql, name: NoSQL }
`;

const STORES = `## SQL

- Consistency: rows agree

## NoSQL

- Performance: rows are near
`;

/** Knowledge without a fault about one decision, `store`; a test adds documents or puts its own YAML in place. */
export function soundLayer(texts: LayerTexts = {}): LayerFiles {
  const documents = { 'stores.md': STORES, ...texts.documents };
  return layer({
    qualities: QUALITIES,
    questions: QUESTIONS,
    decisions: DECISIONS,
    ...texts,
    documents,
  });
}

/** A sound layer with one more document, `doc.md`, whose patterns `store` weighs as well. */
export function withDocument(...lines: readonly string[]): LayerFiles[] {
  const text = lines.join('\n');
  return [soundLayer({ documents: { 'doc.md': text }, decisions: decisionsWith(text) })];
}

/** A sound layer that names a limit of its knowledge, with a condition on answers. */
export function notCoveredWhen(condition: string): LayerFiles[] {
  const limit = `not-covered:\n  - when: '${condition}'\n    what: Tapes\n    instead: Ask\n`;
  return [soundLayer({ questions: `${QUESTIONS}${limit}` })];
}

/** The decision `store` with all patterns that second-level headings open. */
export function decisionsWith(...texts: readonly string[]): string {
  const names = texts.flatMap((text) => text.match(/(?<=^## )[^`\n]+/gm) ?? []);
  const more = new Map(names.map((name) => [slug(name), name.trim()]));
  for (const known of ['sql', 'nosql']) more.delete(known);
  return [...more].reduce(
    (yaml, [id, name]) => `${yaml}      - ${JSON.stringify({ id, name })}\n`,
    DECISIONS,
  );
}
