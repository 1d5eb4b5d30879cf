import type { Diagnostic, KnowledgeBase } from '../model/knowledge.ts';
import type { Layer, LayerFiles } from './layers.ts';
import { byId, joinLayers, profileOf } from './layers.ts';
import { link } from './link.ts';
import { parseDecisions } from './read/decisions.ts';
import { findEffects, type Vocabulary } from './read/effects.ts';
import { indexNames } from './read/names.ts';
import type { ParsedDocument } from './read/parse-document.ts';
import { parseQualities } from './read/qualities.ts';
import { parseQuestions } from './read/questions.ts';
import type { TextFile } from './read/text-file.ts';
import type { YamlResult } from './read/yaml.ts';
import { applyRules } from './rule.ts';
import { rules } from './rules.ts';

/** What was read. Without a knowledge base a YAML file was so broken that nothing can be said. */
export interface Assembled {
  /** What the knowledge base was joined from. */
  readonly layers?: readonly Layer[];
  readonly knowledge?: KnowledgeBase;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one Markdown document. */
export type Parse = (file: string, text: string, vocabulary: Vocabulary) => ParsedDocument;

/** Reads layers of files, the bottom one first, into one knowledge base with all its diagnostics. */
export function assembleWith(
  parse: Parse,
  files: readonly LayerFiles[],
  sha256: string,
): Assembled {
  const yaml = files.map(readYamlFiles);
  const broken = yaml.flatMap(({ diagnostics }) => diagnostics);
  if (broken.length > 0) return { diagnostics: broken };
  const vocabulary = vocabularyOf(yaml);
  const layers = files.map((layer, index) =>
    readLayer(layer, yaml[index], (file, text) => parse(file, text, vocabulary)),
  );
  const joined = joinLayers(layers);
  const complete = layers.every((layer) => layer.complete);
  const diagnostics = applyRules(rules, { ...joined, effects: vocabulary.effects, complete });
  return { layers, knowledge: link(joined, sha256), diagnostics };
}

type YamlLayer = Omit<Layer, 'documents' | 'profiles' | 'complete'>;

function readYamlFiles(files: LayerFiles): YamlLayer & { diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(file: TextFile | undefined, parse: (file: TextFile) => YamlResult<T>) => {
    if (file === undefined) return undefined;
    const result = parse(file);
    if (result.ok) return result.data;
    diagnostics.push(...result.diagnostics);
    return undefined;
  };
  const questions = read(files.questions, parseQuestions);
  const decisions = read(files.decisions, parseDecisions);
  return {
    qualities: read(files.qualities, parseQualities) ?? [],
    groups: questions?.groups ?? [],
    questions: questions?.questions ?? [],
    contradictions: questions?.contradictions ?? [],
    renamed: questions?.renamed ?? [],
    decisions: decisions?.decisions ?? [],
    combinations: decisions?.combinations ?? [],
    waivers: decisions?.waivers ?? [],
    ...(decisions && { version: decisions.version }),
    diagnostics,
  };
}

const EMPTY: YamlLayer = {
  qualities: [],
  groups: [],
  questions: [],
  contradictions: [],
  renamed: [],
  decisions: [],
  combinations: [],
  waivers: [],
};

function vocabularyOf(layers: readonly YamlLayer[]): Vocabulary {
  return {
    names: indexNames(
      layers.flatMap(({ decisions }) => decisions).flatMap(({ alternatives }) => alternatives),
    ),
    effects: findEffects([...byId(layers.flatMap(({ qualities }) => qualities)).values()]),
  };
}

function readLayer(
  files: LayerFiles,
  yaml: YamlLayer | undefined,
  parse: (file: string, text: string) => ParsedDocument,
): Layer {
  return {
    ...(yaml ?? EMPTY),
    documents: files.documents.map(({ file, text }) => parse(file, text)),
    profiles: files.profiles.map(profileOf),
    complete: files.complete,
  };
}
