import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Assembled, Parse } from './assemble-with.ts';
import { BUILT_IN, preparedFile, preparedKnowledge, writePrepared } from './built-in.ts';
import { readFolder, readLayer, type Seen, YAML_KINDS, yamlByKind } from './layer-files.ts';
import type { LayerFiles, Skipped } from './layers.ts';
import { refuseUnparsable } from './markdown/limits.ts';
import { namesOf, packKnowledge } from './prepared-knowledge.ts';
import type { TextFile } from './read/text-file.ts';

/** Where knowledge comes from; paths are files or folders, as the user gave them. */
export interface KnowledgePaths {
  /** Replace the patterns that come with the program, and each YAML file that they have of their own. */
  readonly knowledge: readonly string[];
  /** Layers on top, in this order. */
  readonly add: readonly string[];
}

export interface Loaded extends Assembled {
  /** The number of Markdown documents that were read. */
  readonly documents: number;
  /** What lay beside them, and is none. */
  readonly skipped?: readonly Skipped[];
}

/**
 * Reads the files that paths name; one that cannot be read is a diagnostic where a folder was named. Throws a `UserError`
 * for a path that is missing, unreadable, or not text, or where nothing readable is left. What was prepared has no layers;
 * where they are to be kept, it is read like other files.
 */
export async function readKnowledge(
  paths: KnowledgePaths,
  { keepsLayers = false }: { readonly keepsLayers?: boolean } = {},
): Promise<Loaded> {
  const { layers, skipped } = await layersAt(paths);
  const [bottom] = layers;
  const documents = layers.reduce((sum, layer) => sum + layer.documents.length, 0);
  const sha256 = hashOf(layers);
  const isPlain = layers.length === 1 && bottom?.complete && !bottom.unread?.length;
  const prepared = isPlain && !keepsLayers ? preparedFile('knowledge') : undefined;
  if (bottom && prepared?.sha256 === sha256) {
    const found = preparedKnowledge(prepared, namesOf(bottom), bottom.profiles);
    return { knowledge: found, diagnostics: [], documents, skipped };
  }
  const { assembleWith } = await import('./assemble-with.ts');
  const assembled = assembleWith(await parserFor(layers), layers, sha256);
  const refused = (assembled.layers ?? layers).reduce(
    (sum, layer) => sum + layer.documents.length,
    0,
  );
  return { ...assembled, documents: refused, skipped };
}

interface Layers {
  /** The bottom one first. */
  readonly layers: readonly LayerFiles[];
  readonly skipped: readonly Skipped[];
}

async function layersAt({ knowledge, add }: KnowledgePaths): Promise<Layers> {
  const builtIn = readFolder(BUILT_IN);
  const seen: Seen = new Set();
  const own = knowledge.map((path) => readLayer(path, seen));
  const added = layersOnTop(add);
  const settle = await readmeReader([builtIn, ...own, ...added]);
  const settled = own.map(settle);
  const onTop = added.map(settle);
  const bottom = settled.length === 0 ? builtIn : replace(builtIn, joined(settled));
  return {
    layers: [bottom, ...onTop],
    skipped: [...settled, ...onTop].flatMap(({ skipped = [] }) => skipped),
  };
}

/** Of a file that is named in several of them, the last one counts. */
function layersOnTop(paths: readonly string[]): LayerFiles[] {
  const seen: Seen = new Set();
  return paths
    .toReversed()
    .map((path) => readLayer(path, seen))
    .reverse();
}

/** Says which of the READMEs are documents; where there are none, nothing is loaded for it. */
async function readmeReader(
  all: readonly LayerFiles[],
): Promise<(layer: LayerFiles) => LayerFiles> {
  if (all.every(({ readmes = [] }) => readmes.length === 0)) return (layer) => layer;
  const { withReadmes } = await import('./readmes.ts');
  const { parseDocument } = await import('./patterns/parse-document.ts');
  return (layer) => withReadmes(layer, all, parseDocument);
}

/** Reads Markdown, unless all documents were prepared: then the Markdown parser is not even loaded. */
async function parserFor(layers: readonly LayerFiles[]): Promise<Parse> {
  const prepared = preparedFile('documents')?.sections ?? (() => undefined);
  const keyOf = keysUnder(vocabularyOf(layers));
  const find = (text: string) => prepared(keyOf(text));
  const isPrepared = layers.every(({ documents }) => documents.every(({ text }) => find(text)));
  const parse = isPrepared
    ? undefined
    : (await import('./patterns/parse-document.ts')).parseDocument;
  return (file, text, words) => {
    const known = find(text);
    if (known !== undefined)
      return JSON.parse(known, (key, value) => (key === 'file' ? file : value));
    if (parse === undefined) throw new Error(`${file} was neither prepared nor parsed`);
    refuseUnparsable({ file, text });
    return parse(file, text, words);
  };
}

/**
 * Reads the built-in knowledge, and writes what later commands need of it, with what others make of it; part of the build.
 * Nothing is prepared from documents with diagnostics, which every command has to report.
 */
export async function prepareKnowledge(
  more: (knowledge: KnowledgeBase) => ReadonlyMap<string, string>,
  diagrams: (knowledge: KnowledgeBase) => ReadonlyMap<string, string>,
): Promise<void> {
  const { assembleWith } = await import('./assemble-with.ts');
  const { parseDocument } = await import('./patterns/parse-document.ts');
  const layer = readFolder(BUILT_IN);
  const sha256 = hashOf([layer]);
  const documents = new Map<string, string>();
  const keyOf = keysUnder(vocabularyOf([layer]));
  const parse: Parse = (file, text, words) => {
    const document = parseDocument(file, text, words);
    documents.set(keyOf(text), JSON.stringify(document));
    return document;
  };
  const { knowledge, diagnostics } = assembleWith(parse, [layer], sha256);
  const isClean = knowledge !== undefined && diagnostics.length === 0;
  const sections = isClean ? [...packKnowledge(knowledge, layer), ...more(knowledge)] : [];
  const names = namesOf(layer);
  writePrepared('knowledge', { sha256: isClean ? sha256 : '', names, sections: new Map(sections) });
  writePrepared('documents', { sha256, names, sections: documents });
  if (isClean) writePrepared('diagrams', { sha256, names, sections: diagrams(knowledge) });
}

/** A layer of nothing but documents adds no word that they are read with. */
function vocabularyOf(layers: readonly LayerFiles[]): string {
  return layers
    .filter(({ qualities, decisions, reading }) => qualities ?? decisions ?? reading[0])
    .map(({ qualities, decisions, reading }) =>
      [qualities, decisions, ...reading].map((file) => file?.text).join('\0'),
    )
    .join('\0');
}

/** Says by which key a text is found; the vocabulary is hashed once, as it may be as long as all texts together. */
function keysUnder(vocabulary: string): (text: string) => string {
  const begun = createHash('sha256').update(`${vocabulary}\0`);
  return (text) => begun.copy().update(text).digest('hex');
}

/**
 * The documents of one layer replace those of another; of the YAML files only those that it has. Products stand for
 * alternatives, so they go with the decisions.
 */
function replace(below: LayerFiles, above: LayerFiles): LayerFiles {
  const isOwn = above.profiles.length > 0 || above.questions !== undefined;
  const profiles = isOwn ? above.profiles : below.profiles;
  const documents = above.documents.length > 0 ? above.documents : below.documents;
  const isNew = ({ text }: TextFile) => below.reading.every((known) => known.text !== text);
  const reading = [...below.reading, ...above.reading.filter(isNew)];
  const complete = above.decisions !== undefined;
  const { products, ...rest } = below;
  const kept = complete || products === undefined ? rest : below;
  return { ...kept, ...above, reading, documents, profiles, complete };
}

function joined(layers: readonly LayerFiles[]): LayerFiles {
  const yaml = YAML_KINDS.flatMap((kind) => layers.findLast((layer) => layer[kind])?.[kind] ?? []);
  return {
    ...yamlByKind(yaml),
    reading: layers.flatMap(({ reading }) => reading),
    documents: layers.flatMap(({ documents }) => documents),
    profiles: layers.flatMap(({ profiles }) => profiles),
    unread: layers.flatMap(({ unread = [] }) => unread),
    complete: true,
  };
}

function hashOf(layers: readonly LayerFiles[]): string {
  const hash = createHash('sha256');
  const files = layers.flatMap(
    ({ qualities, questions, decisions, products, reading, ...rest }) => [
      ...[qualities, questions, decisions, products].filter((file) => file !== undefined),
      ...reading,
      ...rest.documents,
      ...rest.profiles,
    ],
  );
  for (const { file, text } of files) {
    hash.update(`${basename(file)}\0${text.length}\0${text}`);
  }
  return hash.digest('hex');
}
