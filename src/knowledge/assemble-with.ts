import type { Diagnostic, KnowledgeBase } from '../model/knowledge.ts';
import { byId, type Layer, type LayerFiles, profileOf } from './layers.ts';
import { link } from './link.ts';
import { findEffects, type Vocabulary } from './patterns/effects.ts';
import { indexNames } from './patterns/names.ts';
import type { ParsedDocument } from './patterns/parse-document.ts';
import { parseDecisions } from './read/decisions.ts';
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
  const broken: Diagnostic[] = [];
  const read = files.map((each) => ({ ...each, ...readYamlFiles(each, broken) }));
  if (broken.length > 0) return { diagnostics: broken };
  const vocabulary = vocabularyOf(read);
  const layers = read.map(({ documents, profiles, ...layer }) => ({
    ...layer,
    documents: documents.map(({ file, text }) => parse(file, text, vocabulary)),
    profiles: profiles.map(profileOf),
  }));
  const diagnostics = applyRules(rules, layers, vocabulary.effects);
  return { layers, knowledge: link(layers, sha256), diagnostics };
}

/** What the YAML files of a layer say; adds what is wrong with them to the diagnostics. */
function readYamlFiles(files: LayerFiles, diagnostics: Diagnostic[]) {
  const read = <T>(file: TextFile | undefined, parse: (file: TextFile) => YamlResult<T>) => {
    if (file === undefined) return undefined;
    const result = parse(file);
    if (result.ok) return result.data;
    for (const each of result.diagnostics) diagnostics.push(each);
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
  };
}

function vocabularyOf(layers: readonly Pick<Layer, 'qualities' | 'decisions'>[]): Vocabulary {
  return {
    names: indexNames(
      layers.flatMap(({ decisions }) => decisions).flatMap(({ alternatives }) => alternatives),
    ),
    effects: findEffects([...byId(layers.flatMap(({ qualities }) => qualities)).values()]),
  };
}
