import { addAll } from '../common/lists.ts';
import { UserError } from '../common/user-error.ts';
import type { Diagnostic, KnowledgeBase } from '../model/knowledge.ts';
import { byId, type Layer, type LayerFiles, profileOf, type Unread } from './layers.ts';
import { link } from './link.ts';
import type { Vocabulary } from './markdown/section.ts';
import type { ParsedDocument } from './patterns/parse-document.ts';
import { vocabularyFrom } from './patterns/vocabulary.ts';
import { parseDecisions } from './read/decisions.ts';
import { parseProducts } from './read/products.ts';
import { parseQualities } from './read/qualities.ts';
import { parseQuestions, type Questionnaire } from './read/questions.ts';
import { joinReading, parseReading, type ReadingWords } from './read/reading.ts';
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
  const vocabulary = vocabularyIn(read);
  const layers = read.map(({ documents, profiles, reading: _, unread = [], ...layer }) => ({
    ...layer,
    ...parsed(documents, unread, ({ file, text }) => parse(file, text, vocabulary)),
    profiles: profiles.map(profileOf),
  }));
  const diagnostics = applyRules(rules, layers, vocabulary);
  return { layers, knowledge: link(layers, sha256), diagnostics };
}

/** Documents, and what is unread with those that the parser refuses. Throws a `UserError` where it refuses all of them. */
function parsed(
  files: readonly TextFile[],
  before: readonly Unread[],
  parse: (file: TextFile) => ParsedDocument,
): Pick<Layer, 'documents' | 'unread'> {
  const unread = [...before];
  const documents = files.flatMap((file): ParsedDocument[] => {
    try {
      return [parse(file)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message, hint } = error;
      unread.push({ file: file.file, message, ...(hint !== undefined && { hint }) });
      return [];
    }
  });
  const [first] = unread;
  if (first && files.length > 0 && documents.length === 0)
    throw new UserError(first.message, first.hint);
  return { documents, unread };
}

const NOTHING_ASKED: Questionnaire = {
  groups: [],
  questions: [],
  contradictions: [],
  implications: [],
  notCovered: [],
  renamed: [],
  retired: [],
};

/** What the YAML files of a layer say; adds what is wrong with them to the diagnostics. */
function readYamlFiles(files: LayerFiles, diagnostics: Diagnostic[]) {
  const read = <T>(file: TextFile | undefined, parse: (file: TextFile) => YamlResult<T>) => {
    if (file === undefined) return undefined;
    const result = parse(file);
    if (result.ok) return result.data;
    addAll(diagnostics, result.diagnostics);
    return undefined;
  };
  const questions = read(files.questions, parseQuestions) ?? NOTHING_ASKED;
  const decisions = read(files.decisions, parseDecisions);
  return {
    qualities: read(files.qualities, parseQualities) ?? [],
    ...questions,
    decisions: decisions?.decisions ?? [],
    combinations: decisions?.combinations ?? [],
    products: read(files.products, parseProducts) ?? [],
    reading: files.reading.flatMap((file) => read(file, parseReading) ?? []),
    waivers: decisions?.waivers ?? [],
    ...(decisions && { version: decisions.version }),
  };
}

/** The words that documents of some layers are read with; those of a YAML file that is broken are missing. */
export function vocabularyOf(files: readonly LayerFiles[]): Vocabulary {
  return vocabularyIn(files.map((each) => readYamlFiles(each, [])));
}

type Wording = Pick<Layer, 'qualities' | 'decisions'> & {
  readonly reading: readonly ReadingWords[];
};

function vocabularyIn(layers: readonly Wording[]): Vocabulary {
  return vocabularyFrom({
    alternatives: layers
      .flatMap(({ decisions }) => decisions)
      .flatMap(({ alternatives }) => alternatives),
    qualities: [...byId(layers.flatMap(({ qualities }) => qualities)).values()],
    reading: joinReading(layers.flatMap(({ reading }) => reading)),
  });
}
