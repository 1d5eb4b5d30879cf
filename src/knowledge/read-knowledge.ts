import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Assembled, Parse } from './assemble-with.ts';
import { BUILT_IN, preparedFile, preparedKnowledge, writePrepared } from './built-in.ts';
import { readFolder, readLayer } from './files.ts';
import type { LayerFiles } from './layers.ts';
import { namesOf, packKnowledge } from './prepared-knowledge.ts';
import { refuseUnparsable } from './read/text-file.ts';

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
}

/** Reads the files that paths name. Throws a `UserError` for a path that is missing, unreadable, or not text. */
export async function readKnowledge({ knowledge, add }: KnowledgePaths): Promise<Loaded> {
  const builtIn = readFolder(BUILT_IN);
  const bottom =
    knowledge.length === 0 ? builtIn : replace(builtIn, joined(knowledge.map(readLayer)));
  const layers = [bottom, ...add.map(readLayer)];
  const documents = layers.reduce((sum, layer) => sum + layer.documents.length, 0);
  const sha256 = hashOf(layers);
  const prepared = add.length === 0 && bottom.complete ? preparedFile('knowledge') : undefined;
  if (prepared?.sha256 === sha256) {
    const found = preparedKnowledge(prepared, namesOf(bottom), bottom.profiles);
    return { knowledge: found, diagnostics: [], documents };
  }
  const { assembleWith } = await import('./assemble-with.ts');
  return { ...assembleWith(await parserFor(layers), layers, sha256), documents };
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
    refuseUnparsable(file, text);
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
    .filter(({ qualities, decisions }) => qualities ?? decisions)
    .map(({ qualities, decisions }) => `${qualities?.text}\0${decisions?.text}`)
    .join('\0');
}

/** Says by which key a text is found; the vocabulary is hashed once, as it may be as long as all texts together. */
function keysUnder(vocabulary: string): (text: string) => string {
  const begun = createHash('sha256').update(`${vocabulary}\0`);
  return (text) => begun.copy().update(text).digest('hex');
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
