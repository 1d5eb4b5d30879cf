import type { SaidLayer } from './join-layers.ts';
import type { LayerFiles } from './layer.ts';
import { profileOf } from './profile-of.ts';

/** A layer as text, without its profiles; files are told by their number, as they may lie elsewhere when it is read. */
export function packLayer({ documents, ...layer }: SaidLayer, files: LayerFiles): string {
  const names = namesOf(files);
  const said = documents.map(({ file, patterns, footnotes }) => ({ file, patterns, footnotes }));
  return JSON.stringify({ ...layer, documents: said, profiles: [] }, (key, value) => {
    if (value instanceof Map) return Object.fromEntries(value);
    return key === FILE ? names.indexOf(value) : value;
  });
}

const FILE = 'file';

/** No text of a document can hold this key, as its quotation marks would be escaped. */
const NUMBERED_FILE = /"file":(\d+)/g;

/** The layer of files that say the same as those which were packed, at the places where they lie now. */
export function unpackLayer(packed: string, files: LayerFiles): SaidLayer {
  const names = namesOf(files).map((name) => `"${FILE}":${JSON.stringify(name)}`);
  const layer = JSON.parse(packed.replace(NUMBERED_FILE, (_, number) => names[number] ?? ''));
  return {
    ...layer,
    questions: layer.questions.map(withWeights),
    profiles: files.profiles.map(profileOf),
  };
}

function namesOf({ qualities, questions, decisions, documents }: LayerFiles): string[] {
  const yaml = [qualities, questions, decisions].filter((file) => file !== undefined);
  return [...yaml, ...documents].map(({ file }) => file);
}

interface PackedQuestion {
  readonly choices: readonly { readonly weights: Readonly<Record<string, number>> }[];
}

function withWeights(question: PackedQuestion) {
  const choices = question.choices.map((choice) => ({
    ...choice,
    weights: new Map(Object.entries(choice.weights)),
  }));
  return { ...question, choices };
}
