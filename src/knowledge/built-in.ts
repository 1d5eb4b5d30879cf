import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from '../common/lazy.ts';
import { type Sections, setPrepared } from '../common/prepared.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { currentFolder, nameFor } from './files.ts';
import {
  ifReadable,
  type OpenFile,
  openInParts,
  openWhole,
  preparedBytes,
  readIfThere,
} from './prepared-file.ts';
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
 * The built-in knowledge as the build prepared it; undefined unless its files are still those which it was made from, byte
 * for byte. To compare them takes less time than a hash would.
 */
export function builtInKnowledge():
  | { knowledge: KnowledgeBase; diagnostics: []; documents: number }
  | undefined {
  const file = openWhole(inBuild('knowledge'));
  if (file === undefined || file.head.sha256 === '' || !isUnchanged(file)) return undefined;
  const { head } = file;
  const named = namerFor(BUILT_IN);
  const profiles = Object.entries(head.files)
    .filter(([name]) => name.startsWith('profiles/'))
    .map(([name, range]) => decodeText(named(name), file.bytesAt(range) ?? Buffer.alloc(0)));
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
  const file = kind === 'knowledge' ? openWhole(inBuild(kind)) : openInParts(inBuild(kind));
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
  return (name) => (name.startsWith('nodes ') ? diagrams()(name) : sections(name));
}

/** Names files below a folder as the user would open them, which rarely takes a look at each path. */
function namerFor(folder: string): (name: string) => string {
  const isInside = `${currentFolder() ?? ''}${sep}`.startsWith(folder);
  const prefix = nameFor(folder);
  return (name) => (isInside ? nameFor(join(folder, name)) : join(prefix, name));
}

function isUnchanged({ head: { listing, files }, bytesAt }: OpenFile): boolean {
  return (
    isListed(listing) &&
    Object.entries(files).every(([name, range]) => {
      const bytes = bytesAt(range);
      return bytes !== undefined && readIfThere(join(BUILT_IN, name))?.equals(bytes) === true;
    })
  );
}

function isListed(listing: readonly string[]): boolean {
  return ifReadable(() => listingOf(BUILT_IN))?.join('\n') === listing.join('\n');
}

function listingOf(folder: string): string[] {
  return namesBelow(folder).sort();
}

/** Takes a fraction of the time of a recursive `readdirSync`. */
function namesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    const path = join(folder, entry.name);
    const isFolder = (entry.isSymbolicLink() ? statSync(path) : entry).isDirectory();
    return [name, ...(isFolder ? namesBelow(path, `${name}/`) : [])];
  });
}

/** What was made of the built-in files; the names are as they were read. */
interface Made extends Pick<Prepared, 'sha256'> {
  readonly names: readonly string[];
  readonly sections: ReadonlyMap<string, string>;
}

/** Writes what was made, for later commands to open. */
export function writePrepared(kind: PreparedKind, made: Made): void {
  const listing = kind === 'knowledge' ? listingOf(BUILT_IN) : [];
  const files = listing.filter((name) => statSync(join(BUILT_IN, name)).isFile());
  const bytes = preparedBytes({
    ...made,
    names: made.names.map((name) => relative(BUILT_IN, name).replaceAll(sep, '/')),
    listing,
    files: new Map(files.map((name) => [name, readFileSync(join(BUILT_IN, name))])),
  });
  writeWhole(inBuild(kind), bytes);
}

function inBuild(kind: string): string {
  return fileURLToPath(new URL(`../../dist/prepared-${kind}`, import.meta.url));
}

/** Nobody reads it half written. */
function writeWhole(path: string, bytes: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
