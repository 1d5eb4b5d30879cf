import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packSections, setPrepared, unpackSections } from '../common/prepared.ts';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Assembled, Parse } from './assemble-with.ts';
import type { LayerFiles } from './layers.ts';
import { packKnowledge, unpackKnowledge } from './prepared-knowledge.ts';
import { decodeText, refuseMonsters, type TextFile, unreadable } from './read/text-file.ts';

/** Where knowledge comes from; paths are files or folders, as the user gave them. */
export interface KnowledgePaths {
  /** Replace the patterns that come with the program, and each YAML file that they have of their own. */
  readonly knowledge: readonly string[];
  /** Layers on top, in this order. */
  readonly add: readonly string[];
}

const BUILT_IN = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const LARGEST_FILE = 4 * 1024 * 1024;
const YAML_KINDS = ['qualities', 'questions', 'decisions'] as const;

/** Reads the knowledge base from disk. Throws a `UserError` for a path that is missing, unreadable, or not text. */
export async function loadKnowledge({ knowledge, add }: KnowledgePaths): Promise<Loaded> {
  const builtIn = readFolder(BUILT_IN);
  const bottom =
    knowledge.length === 0 ? builtIn : replace(builtIn, joined(knowledge.map(readLayer)));
  const layers = [bottom, ...add.map(readLayer)];
  const documents = layers.reduce((sum, layer) => sum + layer.documents.length, 0);
  const sha256 = hashOf(layers);
  const isWhole = add.length === 0 && bottom.complete;
  const prepared = isWhole ? unpackSections(readIfThere(PREPARED), sha256) : undefined;
  if (prepared) {
    const found = unpackKnowledge(prepared, bottom);
    setPrepared(found, prepared);
    return { knowledge: found, diagnostics: [], documents };
  }
  const { assembleWith } = await import('./assemble-with.ts');
  const parse = await parserFor(layers);
  return { ...assembleWith(parse, layers, sha256), documents };
}

export interface Loaded extends Assembled {
  /** The number of Markdown documents that were read. */
  readonly documents: number;
}

/** What the build made of all built-in files, packed with their hash. */
const PREPARED = inBuild('prepared-knowledge.txt');
/** Its documents as they were parsed, each by a hash of all that their meaning depends on: for other layers on top. */
const PREPARED_DOCUMENTS = inBuild('prepared-documents.txt');

function inBuild(name: string): string {
  return fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Reads Markdown, unless all documents were prepared: then the Markdown parser is not even loaded. */
async function parserFor(layers: readonly LayerFiles[]): Promise<Parse> {
  const prepared = unpackSections(readIfThere(PREPARED_DOCUMENTS), '') ?? (() => undefined);
  const vocabulary = vocabularyOf(layers);
  const find = (text: string) => prepared(keyOf(text, vocabulary));
  const isPrepared = layers.every(({ documents }) => documents.every(({ text }) => find(text)));
  const parse = isPrepared ? undefined : (await import('./read/parse-document.ts')).parseDocument;
  return (file, text, words) => {
    const known = find(text);
    if (known !== undefined)
      return JSON.parse(known, (key, value) => (key === 'file' ? file : value));
    if (parse === undefined) throw new Error(`${file} was neither prepared nor parsed`);
    refuseMonsters(file, text);
    return parse(file, text, words);
  };
}

/**
 * Reads the built-in knowledge, and writes what later commands need of it, with what others make of it; part of the build.
 * Nothing is prepared from documents with diagnostics, which every command has to report.
 */
export async function prepareKnowledge(
  more: (knowledge: KnowledgeBase) => ReadonlyMap<string, string>,
): Promise<void> {
  const { assembleWith } = await import('./assemble-with.ts');
  const { parseDocument } = await import('./read/parse-document.ts');
  const layer = readFolder(BUILT_IN);
  const sha256 = hashOf([layer]);
  const documents = new Map<string, string>();
  const parse: Parse = (file, text, words) => {
    const document = parseDocument(file, text, words);
    documents.set(keyOf(text, vocabularyOf([layer])), JSON.stringify(document));
    return document;
  };
  const { knowledge, diagnostics } = assembleWith(parse, [layer], sha256);
  const isClean = knowledge !== undefined && diagnostics.length === 0;
  const sections = isClean ? [...packKnowledge(knowledge, layer), ...more(knowledge)] : [];
  writeWhole(PREPARED, isClean ? packSections(sha256, new Map(sections)) : '');
  writeWhole(PREPARED_DOCUMENTS, packSections('', documents));
}

/** Nobody reads it half written. */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text, 'latin1');
  renameSync(unfinished, path);
}

/** A layer of nothing but documents adds no word that they are read with. */
function vocabularyOf(layers: readonly LayerFiles[]): string {
  return layers
    .filter(({ qualities, decisions }) => qualities ?? decisions)
    .map(({ qualities, decisions }) => `${qualities?.text}\0${decisions?.text}`)
    .join('\0');
}

function keyOf(text: string, vocabulary: string): string {
  return createHash('sha256').update(`${vocabulary}\0${text}`).digest('hex');
}

/** The documents of one layer replace those of another; of the YAML files only those that it has. */
function replace(below: LayerFiles, above: LayerFiles): LayerFiles {
  const isOwn = above.profiles.length > 0 || above.questions !== undefined;
  const profiles = isOwn ? above.profiles : below.profiles;
  const documents = above.documents.length > 0 ? above.documents : below.documents;
  return { ...below, ...above, documents, profiles, complete: above.decisions !== undefined };
}

function joined(layers: readonly LayerFiles[]): LayerFiles {
  return {
    ...Object.assign({}, ...layers),
    documents: layers.flatMap(({ documents }) => documents),
    profiles: layers.flatMap(({ profiles }) => profiles),
    complete: true,
  };
}

function readLayer(path: string): LayerFiles {
  const info = orUnreadable(path, () => statSync(path));
  if (info.isDirectory()) return readFolder(path);
  const file = textAt(path);
  const isYaml = /\.ya?ml$/i.test(path);
  if (isYaml && !isKnownYaml(basename(path))) {
    throw new UserError(
      `\`${plain(path)}\` is no knowledge file`,
      `name Markdown, or ${YAML_KINDS.join('.yaml, ')}.yaml`,
    );
  }
  return layerOf(isYaml ? { yaml: [file] } : { documents: [file] });
}

/** Patterns stand in `patterns/`, or anywhere in a folder without it; YAML files at the top. */
function readFolder(path: string): LayerFiles {
  const entries = orUnreadable(path, () => readdirSync(path, { withFileTypes: true }));
  const names = entries.map(({ name }) => name).sort();
  const hasFolder = (name: string) =>
    entries.some((entry) => entry.name === name && entry.isDirectory());
  const home = hasFolder('patterns') ? join(path, 'patterns') : path;
  const documents = filesBelow(home, isPattern).map(textAt);
  const yaml = names.filter(isKnownYaml).map((name) => textAt(join(path, name)));
  const profiles = hasFolder('profiles')
    ? filesBelow(join(path, 'profiles'), (name) => /\.ya?ml$/i.test(name)).map(textAt)
    : [];
  if (documents.length + yaml.length === 0) {
    throw new UserError(
      `No Markdown document in \`${path}\``,
      'name a folder with *.md files, or one file',
    );
  }
  return layerOf({ yaml, documents, profiles });
}

function isPattern(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) && !/^(readme\.|\.)/i.test(name);
}

function isKnownYaml(name: string): boolean {
  return YAML_KINDS.some((kind) => name === `${kind}.yaml` || name === `${kind}.yml`);
}

function layerOf({
  yaml = [],
  documents = [],
  profiles = [],
}: {
  yaml?: readonly TextFile[];
  documents?: readonly TextFile[];
  profiles?: readonly TextFile[];
}): LayerFiles {
  const found = Object.fromEntries(
    yaml.map((file) => [basename(file.file).replace(/\.ya?ml$/i, ''), file]),
  );
  return { ...found, documents, profiles, complete: true };
}

function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const entries = orUnreadable(folder, () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isWanted(entry.name))
    .filter(
      ({ parentPath }) =>
        !/(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(relative(folder, parentPath)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads a file as UTF-8 text, without byte order mark. Throws a `UserError` that says why it cannot. */
export async function readText(path: string): Promise<TextFile> {
  return textAt(path);
}

function textAt(path: string): TextFile {
  const { text } = decodeText(path, readBytes(path));
  return { file: nameFor(path), text };
}

function readBytes(path: string): Buffer {
  const info = orUnreadable(path, () => statSync(path));
  if (info.isDirectory()) throw new UserError(`\`${path}\` is a folder`, 'name a file in it');
  if (info.isCharacterDevice() || info.isBlockDevice()) {
    throw new UserError(`\`${path}\` is a device`, 'name a file');
  }
  if (info.size > LARGEST_FILE) {
    throw new UserError(
      `\`${path}\` is larger than 4 MiB`,
      'split it into documents of one topic each',
    );
  }
  return orUnreadable(path, () => readFileSync(path));
}

function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** As the user would open it: from the current folder where it lies below, else in full. */
function nameFor(path: string): string {
  const full = resolve(path);
  const short = relative('.', full);
  return plain(short.startsWith('..') ? full : short);
}

function hashOf(layers: readonly LayerFiles[]): string {
  const hash = createHash('sha256');
  const files = layers.flatMap(({ qualities, questions, decisions, documents, profiles }) => [
    ...[qualities, questions, decisions].filter((file) => file !== undefined),
    ...documents,
    ...profiles,
  ]);
  for (const { file, text } of files) {
    hash.update(`${basename(file)}\0${text.length}\0${text}`);
  }
  return hash.digest('hex');
}
