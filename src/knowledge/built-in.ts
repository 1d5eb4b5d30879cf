import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { once } from '../common/lazy.ts';
import { type Sections, setPrepared } from '../common/prepared.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { currentFolder, nameFor } from './files.ts';
import { unpackKnowledge } from './prepared-knowledge.ts';
import { decodeText, type TextFile } from './read/text-file.ts';

export const BUILT_IN = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/** What the build made of the built-in files. */
export interface Prepared {
  /** Of the files; empty if nothing could be made of them. */
  readonly sha256: string;
  readonly sections: Sections;
}

/**
 * The second line of a prepared file; the first one is a checksum of all that follows it, as a file that is damaged is not
 * used. Places count from the end of the second line, in bytes.
 */
interface Head {
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
  const content = bytes?.subarray(CHECKSUM);
  if (content === undefined || bytes?.toString('latin1', 0, CHECKSUM) !== checksumOf(content))
    return undefined;
  const end = content.indexOf('\n');
  const head: Head = JSON.parse(content.toString('latin1', 0, end));
  const bytesAt = ([from, to]: Range = [0, 0]) => content.subarray(end + 1 + from, end + 1 + to);
  const sections = (name: string) => {
    const range = Object.hasOwn(head.sections, name) ? head.sections[name] : undefined;
    return range && bytesAt(range).toString('latin1');
  };
  return { head, sections, bytesAt };
}

/** Names files below a folder as the user would open them, which rarely takes a look at each path. */
function namerFor(folder: string): (name: string) => string {
  const isInside = `${currentFolder() ?? ''}${sep}`.startsWith(folder);
  const prefix = nameFor(folder);
  return (name) => (isInside ? nameFor(join(folder, name)) : join(prefix, name));
}

/** Bytes of the first line. */
const CHECKSUM = 9;

/** Takes a fraction of the time of a hash, and finds any damage that happens by itself. */
function checksumOf(content: Buffer): string {
  return `${crc32(content)
    .toString(16)
    .padStart(CHECKSUM - 1, '0')}\n`;
}

function isUnchanged({ head: { listing, files }, bytesAt }: OpenFile): boolean {
  return (
    isListed(listing) &&
    Object.entries(files).every(
      ([name, range]) => readIfThere(join(BUILT_IN, name))?.equals(bytesAt(range)) === true,
    )
  );
}

function isListed(listing: readonly string[]): boolean {
  return ifReadable(() => listingOf(BUILT_IN))?.join('\n') === listing.join('\n');
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
  const head: Head = {
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
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
  writeWhole(inBuild(kind), Buffer.concat([Buffer.from(checksumOf(content)), content]));
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
  return ifReadable(() => readFileSync(path));
}

/** Undefined if the system refuses: there are the documents, and who reads them says what is wrong. */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Nobody reads it half written. */
function writeWhole(path: string, bytes: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
