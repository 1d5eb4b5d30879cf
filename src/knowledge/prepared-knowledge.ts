import { LazyMap, once } from '../common/lazy.ts';
import type { Sections } from '../common/prepared.ts';
import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase, Quality, Source } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Product } from '../model/product.ts';
import type { Choice, Question } from '../model/question.ts';
import { byId, type LayerFiles, profileOf, withVariants } from './layers.ts';
import type { TextFile } from './read/text-file.ts';

/** A knowledge base as JSON can hold it: maps are lists of their values, and patterns stand in sections of their own. */
interface Packed
  extends Omit<
    KnowledgeBase,
    'qualities' | 'questions' | 'decisions' | 'patterns' | 'products' | 'sources' | 'profiles'
  > {
  readonly qualities: readonly Quality[];
  readonly questions: readonly PackedQuestion[];
  readonly decisions: readonly Decision[];
  readonly patterns: readonly PatternPlace[];
}

interface PackedQuestion extends Omit<Question, 'choices'> {
  readonly choices: readonly (Omit<Choice, 'weights'> & {
    readonly weights: Readonly<Record<string, number>>;
  })[];
}

/** The number of its document, and its place among the patterns and variants of that document. */
type PatternPlace = readonly [id: string, document: number, place: number];

/** A knowledge base of one layer as sections: one for the patterns of each document, one for the sources, one for the rest. */
export function packKnowledge(knowledge: KnowledgeBase, files: LayerFiles): Map<string, string> {
  const text = packerFor(files);
  const { qualities, questions, decisions, patterns, ...others } = knowledge;
  const { products, sources, profiles: _, ...rest } = others;
  const documents = files.documents.map(({ file }) => patternsIn(file, knowledge));
  const placed = documents.map((each) => each.flatMap(withVariants));
  const packed: Packed = {
    ...rest,
    qualities: [...qualities.values()],
    questions: [...questions.values()].map(packedQuestion),
    decisions: [...decisions.values()],
    patterns: [...patterns.values()].map((pattern): PatternPlace => {
      const document = placed.findIndex((each) => each.includes(pattern));
      return [pattern.id, document, placed[document]?.indexOf(pattern) ?? 0];
    }),
  };
  return new Map([
    ['knowledge', text(packed)],
    ['sources', text([...sources.values()])],
    ['products', text([...products.values()])],
    ...documents.map((each, number) => [`patterns ${number}`, text(each)] as const),
  ]);
}

/** The patterns of a document that are not variants of others. */
function patternsIn(file: string, { patterns }: KnowledgeBase): Pattern[] {
  const own = [...patterns.values()].filter(({ place }) => place.file === file);
  const variants = new Set(own.flatMap((pattern) => withVariants(pattern).slice(1)));
  return own.filter((pattern) => !variants.has(pattern));
}

function packedQuestion({ choices, ...question }: Question): PackedQuestion {
  const packed = choices.map((choice) => ({
    ...choice,
    weights: Object.fromEntries(choice.weights),
  }));
  return { ...question, choices: packed };
}

/** The knowledge base of files that say the same as those which were packed, by the names that they have now. */
export function unpackKnowledge(
  sections: Sections,
  files: readonly string[],
  profiles: readonly TextFile[],
): KnowledgeBase {
  const parse = parserFor(sections, files);
  const packed: Packed = parse('knowledge');
  const sources = once(() => sourcesByKey(parse('sources')));
  const products = once(() => byId<Product>(parse('products')));
  return {
    ...packed,
    qualities: byId(packed.qualities),
    questions: byId(packed.questions.map(unpackedQuestion)),
    decisions: byId(packed.decisions),
    patterns: patternsAt(packed.patterns, (document) => parse(`patterns ${document}`)),
    get sources() {
      return sources();
    },
    get products() {
      return products();
    },
    profiles: byId(profiles.map(profileOf)),
  };
}

function unpackedQuestion({ choices, ...question }: PackedQuestion): Question {
  const unpacked = choices.map((choice) => ({
    ...choice,
    weights: new Map(Object.entries(choice.weights)),
  }));
  return { ...question, choices: unpacked };
}

/** A document is read when one of its patterns is first looked at. */
function patternsAt(
  places: readonly PatternPlace[],
  patternsOf: (document: number) => readonly Pattern[],
): LazyMap<string, Pattern> {
  const placeOf = new Map(places.map((place) => [place[0], place]));
  const documents = new LazyMap(new Set(places.map(([, document]) => document)), (document) =>
    patternsOf(document).flatMap(withVariants),
  );
  return new LazyMap(placeOf.keys(), (id) => {
    const [, document = -1, place = -1] = placeOf.get(id) ?? [];
    const pattern = documents.get(document)?.[place];
    if (pattern === undefined) throw new Error(`The prepared knowledge lacks \`${id}\``);
    return pattern;
  });
}

function sourcesByKey(sources: readonly Source[]): Map<string, Source> {
  return new Map(sources.map((source) => [`${source.place.file}#${source.id}`, source]));
}

const FILE = 'file';

/** Writes JSON in which files are named by their number, as they may lie elsewhere when it is read. */
function packerFor(files: LayerFiles): (value: unknown) => string {
  const numbers = new Map(namesOf(files).map((name, number) => [name, `#${number}`]));
  return (value) => JSON.stringify(value, (key, each) => (key === FILE ? numbers.get(each) : each));
}

/** No text of a document can hold this key, as its quotation marks would be escaped. */
const NUMBERED_FILE = /"file":"#(\d+)"/g;

/** Reads the JSON of a section, with the files of now. */
function parserFor(sections: Sections, files: readonly string[]) {
  const names = files.map((name) => `"${FILE}":${JSON.stringify(name)}`);
  return (name: string) => {
    const text = sections(name);
    if (text === undefined) throw new Error(`The prepared knowledge lacks the section \`${name}\``);
    const placed = text.replace(NUMBERED_FILE, (_, number) => names[number] ?? '');
    return JSON.parse(placed);
  };
}

/** What the files that say something are called, in the order of their numbers. */
export function namesOf({
  qualities,
  questions,
  decisions,
  products,
  documents,
}: LayerFiles): string[] {
  const yaml = [qualities, questions, decisions, products].filter((file) => file !== undefined);
  return [...yaml, ...documents].map(({ file }) => file);
}
