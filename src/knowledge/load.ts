import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import type { Assembled, Parse } from './assemble-with.ts';
import { decodeText } from './decode-text.ts';
import { joinLayers } from './join-layers.ts';
import type { LayerFiles, TextFile } from './layer.ts';
import { link } from './link.ts';
import { packLayer, unpackLayer } from './prepared-layer.ts';
import { refuseMonsters } from './refuse-monsters.ts';
import { unreadable } from './unreadable.ts';

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
  const builtIn = await readFolder(BUILT_IN);
  const replacing = joined(await Promise.all(knowledge.map(readLayer)));
  const bottom = knowledge.length === 0 ? builtIn : replace(builtIn, replacing);
  const layers = [bottom, ...(await Promise.all(add.map(readLayer)))];
  const documents = layers.reduce((sum, layer) => sum + layer.documents.length, 0);
  const sha256 = hashOf(layers);
  const prepared = await preparedKnowledge(layers, sha256);
  if (prepared) return { ...prepared, documents };
  const { assembleWith } = await import('./assemble-with.ts');
  return { ...assembleWith(await parserFor(layers), layers, sha256), documents };
}

export interface Loaded extends Assembled {
  /** The number of Markdown documents that were read. */
  readonly documents: number;
}

/** All that was read when the program was built, without a diagnostic, after the hash of the files it was read from. */
const PREPARED_LAYER = new URL('../../dist/prepared-knowledge.txt', import.meta.url);

/** The knowledge base, where these very files were prepared: then no parser is even loaded. */
async function preparedKnowledge(
  layers: readonly LayerFiles[],
  sha256: string,
): Promise<Assembled | undefined> {
  const [files, ...others] = layers;
  if (files === undefined || others.length > 0 || !files.complete) return undefined;
  const text = await readIfThere(PREPARED_LAYER);
  if (!text?.startsWith(`${sha256}\n`)) return undefined;
  const layer = unpackLayer(text.slice(sha256.length), files);
  return { knowledge: link(joinLayers([layer]), sha256), diagnostics: [] };
}

async function readIfThere(url: URL): Promise<string | undefined> {
  try {
    return await readFile(url, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Documents read when the program was built, as JSON, by a hash of all that their meaning depends on. */
const PREPARED = new URL('../../dist/prepared-documents.json', import.meta.url);

/** Reads Markdown, unless all documents were prepared: then the Markdown parser is not even loaded. */
async function parserFor(layers: readonly LayerFiles[]): Promise<Parse> {
  const prepared = await readPrepared();
  const vocabulary = vocabularyOf(layers);
  const find = (text: string) => prepared[keyOf(text, vocabulary)];
  const isPrepared = layers.every(({ documents }) => documents.every(({ text }) => find(text)));
  const parse = isPrepared ? undefined : (await import('./parse-document.ts')).parseDocument;
  return (file, text, words) => {
    const known = find(text);
    if (known !== undefined)
      return JSON.parse(known, (key, value) => (key === 'file' ? file : value));
    if (parse === undefined) throw new Error(`${file} was neither prepared nor parsed`);
    refuseMonsters(file, text);
    return parse(file, text, words);
  };
}

async function readPrepared(): Promise<Readonly<Record<string, string>>> {
  return JSON.parse((await readIfThere(PREPARED)) ?? '{}');
}

/** Reads the built-in knowledge, for `preparedKnowledge` and `parserFor` to find it; part of the build. */
export async function prepareDocuments(): Promise<void> {
  const { assembleWith } = await import('./assemble-with.ts');
  const { parseDocument } = await import('./parse-document.ts');
  const layer = await readFolder(BUILT_IN);
  const prepared: Record<string, string> = {};
  const parse: Parse = (file, text, words) => {
    const document = parseDocument(file, text, words);
    prepared[keyOf(text, vocabularyOf([layer]))] = JSON.stringify(document);
    return document;
  };
  const { layers = [], diagnostics } = assembleWith(parse, [layer], '');
  const [said] = diagnostics.length === 0 ? layers : [];
  await writeWhole(PREPARED, JSON.stringify(prepared));
  await writeWhole(PREPARED_LAYER, said ? `${hashOf([layer])}\n${packLayer(said, layer)}` : '');
}

/** Nobody reads it half written. */
async function writeWhole(url: URL, text: string): Promise<void> {
  const unfinished = new URL(`${url.href}.${process.pid}`);
  await writeFile(unfinished, text);
  await rename(unfinished, url);
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

async function readLayer(path: string): Promise<LayerFiles> {
  const info = await orUnreadable(path, stat(path));
  if (info.isDirectory()) return readFolder(path);
  const file = await readText(path);
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
async function readFolder(path: string): Promise<LayerFiles> {
  const entries = await orUnreadable(path, readdir(path, { withFileTypes: true }));
  const names = entries.map(({ name }) => name).sort();
  const hasFolder = (name: string) =>
    entries.some((entry) => entry.name === name && entry.isDirectory());
  const home = hasFolder('patterns') ? join(path, 'patterns') : path;
  const documents = await readAll(await filesBelow(home, isPattern));
  const yaml = await readAll(
    names.filter((name) => isKnownYaml(name)).map((name) => join(path, name)),
  );
  const profiles = hasFolder('profiles')
    ? await readAll(await filesBelow(join(path, 'profiles'), (name) => /\.ya?ml$/i.test(name)))
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

async function filesBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = await orUnreadable(
    folder,
    readdir(folder, { recursive: true, withFileTypes: true }),
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

function readAll(paths: readonly string[]): Promise<TextFile[]> {
  return Promise.all(paths.map(readText));
}

/** Reads a file as UTF-8 text, without byte order mark. Throws a `UserError` that says why it cannot. */
export async function readText(path: string): Promise<TextFile> {
  const { text } = decodeText(path, await readBytes(path));
  return { file: nameFor(path), text };
}

async function readBytes(path: string): Promise<Buffer> {
  const info = await orUnreadable(path, stat(path));
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
  return orUnreadable(path, readFile(path));
}

function orUnreadable<T>(path: string, result: Promise<T>): Promise<T> {
  return result.catch((error: unknown) => {
    throw unreadable(path, error);
  });
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
