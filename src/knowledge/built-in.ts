import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../common/lazy.ts';
import { type Sections, setPrepared } from '../common/prepared.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { nameFor } from './files.ts';
import { unpackKnowledge } from './prepared-knowledge.ts';
import { decodeText, type TextFile } from './read/text-file.ts';

export const BUILT_IN = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/** What the build made of the built-in files. */
export interface Prepared {
  /** Of the files; empty where nothing could be made of them. */
  readonly sha256: string;
  readonly sections: Sections;
}

/** The first line of a prepared file. Places count from the end of that line, in bytes. */
interface Head {
  /** Of all that follows, in bytes: a file of another length is damaged, and not used. */
  readonly length: number;
  readonly sha256: string;
  /** Below the folder, in the order of their numbers. */
  readonly names: readonly string[];
  readonly sections: Readonly<Record<string, Range>>;
  /** Everything below the folder, by its path from there with slashes, in order. */
  readonly listing: readonly string[];
  /** The files of them, each with its bytes as they were. */
  readonly files: Readonly<Record<string, Range>>;
}

type Range = readonly [start: number, end: number];

/**
 * The built-in knowledge as the build prepared it; undefined unless its files are still those which it was made from, byte
 * for byte. To compare them takes less time than a hash would.
 */
export function builtInKnowledge():
  | { knowledge: KnowledgeBase; diagnostics: []; documents: number }
  | undefined {
  const file = open('knowledge');
  if (file === undefined || file.head.sha256 === '' || !isUnchanged(file)) return undefined;
  const { head } = file;
  const named = namerFor(BUILT_IN);
  const profiles = Object.keys(head.files)
    .filter((name) => name.startsWith('profiles/'))
    .map((name) => decodeText(named(name), file.bytesAt(head.files[name])));
  const names = head.names.map(named);
  const prepared = { sha256: head.sha256, sections: file.sections };
  const documents = names.filter((name) => !/\.ya?ml$/i.test(name)).length;
  return { knowledge: preparedKnowledge(prepared, names, profiles), diagnostics: [], documents };
}

/** The knowledge base of files that are those which were prepared, by the names that they have now. */
export function preparedKnowledge(
  prepared: Prepared,
  names: readonly string[],
  profiles: readonly TextFile[],
): KnowledgeBase {
  const sections = withDiagrams(prepared);
  const knowledge = unpackKnowledge(sections, names, profiles);
  setPrepared(knowledge, sections);
  return knowledge;
}

/** What the build made, to be used for files with the same hash, wherever they lie. */
export function preparedFile(kind: PreparedKind): Prepared | undefined {
  const file = open(kind);
  return file && { sha256: file.head.sha256, sections: file.sections };
}

/** Diagrams are large, and few commands need them: they stand in a file of their own. */
export type PreparedKind = 'knowledge' | 'documents' | 'diagrams';

/** Sections, and the diagrams that were made with them. */
function withDiagrams({ sha256, sections }: Prepared): Sections {
  const diagrams = once(() => {
    const file = preparedFile('diagrams');
    return file?.sha256 === sha256 ? file.sections : () => undefined;
  });
  return (name) => (name.startsWith('diagram ') ? diagrams()(name) : sections(name));
}

interface OpenFile {
  readonly head: Head;
  readonly sections: Sections;
  readonly bytesAt: (range: Range | undefined) => Buffer;
}

function open(kind: string): OpenFile | undefined {
  const bytes = readIfThere(inBuild(kind));
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const head = headIn(bytes.toString('latin1', 0, end));
  if (head?.length !== bytes.length - end - 1) return undefined;
  const bytesAt = ([from, to]: Range = [0, 0]) => bytes.subarray(end + 1 + from, end + 1 + to);
  const sections = (name: string) => {
    const range = Object.hasOwn(head.sections, name) ? head.sections[name] : undefined;
    return range && bytesAt(range).toString('latin1');
  };
  return { head, sections, bytesAt };
}

/** Names files below a folder as the user would open them, which rarely takes a look at each path. */
function namerFor(folder: string): (name: string) => string {
  const isInside = `${process.cwd()}${sep}`.startsWith(folder);
  const prefix = nameFor(folder);
  return (name) => (isInside ? nameFor(join(folder, name)) : join(prefix, name));
}

/** Undefined where the file is damaged. */
function headIn(line: string): Head | undefined {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isUnchanged({ head: { listing, files }, bytesAt }: OpenFile): boolean {
  return (
    listingOf(BUILT_IN).join('\n') === listing.join('\n') &&
    Object.entries(files).every(([name, range]) =>
      readFileSync(join(BUILT_IN, name)).equals(bytesAt(range)),
    )
  );
}

function listingOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => name.replaceAll(sep, '/')).sort();
}

/** What was made of the built-in files; the names are as they were read. */
interface Made extends Pick<Prepared, 'sha256'> {
  readonly names: readonly string[];
  readonly sections: ReadonlyMap<string, string>;
}

/** Writes what was made, for later commands to open. */
export function writePrepared(kind: PreparedKind, { sha256, names, sections }: Made): void {
  const parts: Buffer[] = [];
  let length = 0;
  const place = (bytes: Buffer): Range => {
    parts.push(bytes);
    length += bytes.length;
    return [length - bytes.length, length];
  };
  const listing = listingOf(BUILT_IN);
  const placed = {
    sha256,
    names: names.map((name) => relative(BUILT_IN, name).replaceAll(sep, '/')),
    sections: Object.fromEntries(
      [...sections].map(([name, text]) => [name, place(Buffer.from(escaped(text), 'latin1'))]),
    ),
    listing,
    files: Object.fromEntries(
      (kind === 'knowledge' ? listing : [])
        .filter((name) => statSync(join(BUILT_IN, name)).isFile())
        .map((name) => [name, place(readFileSync(join(BUILT_IN, name)))]),
    ),
  };
  const head: Head = { length, ...placed };
  writeWhole(inBuild(kind), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]));
}

/** JSON without any character beyond ASCII, which takes half the memory; each of them stands within a string. */
function escaped(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function inBuild(kind: string): string {
  return fileURLToPath(new URL(`../../dist/prepared-${kind}`, import.meta.url));
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Nobody reads it half written. */
function writeWhole(path: string, bytes: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
