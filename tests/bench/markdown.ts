import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Vocabulary } from '../../src/knowledge/markdown/section.ts';
import { documentsIn } from '../support/markdown-texts.ts';
import { alternate, costOf, type Rounds, ratio, type Subject } from './alternate.ts';
import { built, KNOWLEDGE } from './built.ts';
import type { Row } from './rows.ts';

const READING_TARGET = 1.25;
const GROWTH_TARGET = 1.25;
const READING = 'reading';
const PARSING = 'parsing';
const BARE = '`unified` with the same extensions';
const SMALL = 100_000;

const require = createRequire(import.meta.url);
const { parseBare } = require('./parse-bare.mjs') as { parseBare: (text: string) => unknown };

/** What documents cost to read, against their parser alone; and how that grows with their length, in characters. */
export async function markdownRows(lengths: readonly number[], rounds: Rounds): Promise<Row[]> {
  const documents = documentsIn('knowledge/patterns');
  return [
    ...(await besideParserRows(documents, rounds)),
    ...(await growthRows(documents, lengths)),
  ];
}

async function besideParserRows(documents: readonly string[], rounds: Rounds): Promise<Row[]> {
  const { parseMarkdown } = built('knowledge/markdown/markdown');
  const read = reader();
  const costs = await alternate(
    [
      subject(BARE, documents, parseBare),
      subject(PARSING, documents, (text) => parseMarkdown({ file: 'a.md', text })),
      subject(READING, documents, read),
    ],
    rounds,
  );
  const row = (what: string, name: string) => ({
    ...{ what, on: 'the built-in documents', than: BARE, cost: costOf(costs, name, 1e6) },
    measured: { spread: ratio(costs, name, BARE), unit: '×' },
  });
  return [
    { ...row('reading a document: Markdown to patterns', READING), target: READING_TARGET },
    row('parsing a document, in parts', PARSING),
  ];
}

/** Per character, against a document of a tenth of a megabyte. */
async function growthRows(
  documents: readonly string[],
  lengths: readonly number[],
): Promise<Row[]> {
  const read = reader();
  const all = documents.join('\n');
  const textOf = (length: number) => all.repeat(Math.ceil(length / all.length)).slice(0, length);
  const name = (length: number) => `${length / 1e6} MB`;
  const costs = await alternate(
    [SMALL, ...lengths].map((length) => {
      const times = Math.max(1, Math.round(1e6 / length));
      const texts = Array.from({ length: times }, () => textOf(length));
      return subject(name(length), texts, read, length * times);
    }),
    { rounds: 3, warmUp: 0 },
  );
  return lengths.map((length) => ({
    ...{ what: 'reading a long document, per byte', on: name(length) },
    ...{ than: `the same, on ${name(SMALL)}`, target: GROWTH_TARGET },
    measured: { spread: ratio(costs, name(length), name(SMALL)), unit: '×' },
  }));
}

/** What it costs to go through some texts, in units of which there are so many. */
function subject(
  name: string,
  texts: readonly string[],
  work: (text: string) => unknown,
  units = 1,
): Subject {
  const cost = () => {
    const before = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(before);
    return (1_000 * (user + system)) / units;
  };
  return { name, cost };
}

function reader(): (text: string) => unknown {
  const { parseDocument } = built('knowledge/patterns/parse-document');
  const vocabulary = builtVocabulary();
  return (text) => parseDocument('a.md', text, vocabulary);
}

/** The words of the built-in knowledge. */
function builtVocabulary(): Vocabulary {
  const read = <T>(file: string, parse: (source: { file: string; text: string }) => T) =>
    parse({ file, text: readFileSync(join(KNOWLEDGE, file), 'utf8') });
  const decisions = read('decisions.yaml', built('knowledge/read/decisions').parseDecisions);
  const qualities = read('qualities.yaml', built('knowledge/read/qualities').parseQualities);
  const reading = read('reading.yaml', built('knowledge/read/reading').parseReading);
  if (!(decisions.ok && qualities.ok && reading.ok))
    throw new Error('The knowledge cannot be read');
  return built('knowledge/patterns/vocabulary').vocabularyFrom({
    alternatives: decisions.data.decisions.flatMap((decision) => decision.alternatives),
    qualities: qualities.data,
    reading: reading.data,
  });
}
