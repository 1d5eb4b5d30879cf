import { closest } from '../../common/closest.ts';
import type { Quality } from '../../model/knowledge.ts';
import type { Claim, Effect, Sign } from '../../model/pattern.ts';
import { type NameIndex, words } from './names.ts';

/** The words that give a document its meaning: names of alternatives, labels and phrases of qualities. */
export interface Vocabulary {
  readonly names: NameIndex;
  readonly effects: EffectFinder;
}

/** Finds which qualities a claim speaks about, and in which direction. */
export interface EffectFinder {
  /** The qualities that a label names as a whole. */
  readonly qualitiesOf: (label: string) => readonly string[];
  /** The qualities that phrases in a sentence speak for (+1) or against (−1). */
  readonly phrasesIn: (sentence: string) => readonly Effect[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly quality: string;
  readonly sign: Sign;
}

interface Match extends Phrase {
  readonly start: number;
}

/** Compiles the aliases and phrases of all qualities. */
export function findEffects(qualities: readonly Quality[]): EffectFinder {
  const labels = new Map<string, string[]>();
  for (const { id, name, aliases } of qualities) {
    for (const key of new Set([id, name, ...aliases].map(keyOf))) {
      labels.set(key, [...(labels.get(key) ?? []), id]);
    }
  }
  const byFirstWord = indexPhrases(qualities);
  return {
    qualitiesOf: (label) => labels.get(keyOf(label)) ?? [],
    phrasesIn: (sentence) => settle(matchesIn(words(sentence), byFirstWord)),
  };
}

/** Effects of a claim: those of its label, else those of the phrases in it. */
export function effectsOf(
  finder: EffectFinder,
  claim: Pick<Claim, 'text' | 'label'>,
  sign: Sign,
): Effect[] {
  const named = finder.qualitiesOf(claim.label ?? claim.text);
  if (named.length > 0) return named.map((quality) => ({ quality, value: sign }));
  return [...finder.phrasesIn(claim.text)];
}

function keyOf(label: string): string {
  return words(label).join(' ');
}

function indexPhrases(qualities: readonly Quality[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (text: string, quality: string, sign: Sign) => {
    const phrase = { words: words(text), quality, sign };
    const first = phrase.words[0];
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), phrase]);
  };
  for (const { id, phrases } of qualities) {
    for (const text of phrases.plus) add(text, id, 1);
    for (const text of phrases.minus) add(text, id, -1);
  }
  return index;
}

function matchesIn(all: readonly string[], index: ReadonlyMap<string, readonly Phrase[]>): Match[] {
  return all.flatMap((word, start) =>
    (index.get(word) ?? [])
      .filter((phrase) => phrase.words.every((part, offset) => all[start + offset] === part))
      .map((phrase) => ({ ...phrase, start })),
  );
}

/** One effect per quality: the longer of two overlapping phrases counts, and contradicting ones cancel out. */
function settle(matches: readonly Match[]): Effect[] {
  const standing = matches.filter((match) => !matches.some((other) => outranks(other, match)));
  const qualities = [...new Set(standing.map(({ quality }) => quality))];
  return qualities.flatMap((quality) => {
    const signs = new Set(
      standing.filter((match) => match.quality === quality).map(({ sign }) => sign),
    );
    const [value] = signs;
    return value === undefined || signs.size > 1 ? [] : [{ quality, value }];
  });
}

function outranks(other: Match, match: Match): boolean {
  return (
    other.quality === match.quality &&
    other.words.length > match.words.length &&
    other.start < match.start + match.words.length &&
    match.start < other.start + other.words.length
  );
}

/** The quality that a label was probably meant to name, where it names none. */
export function nearQuality(
  label: string | undefined,
  { qualities, effects }: { qualities: ReadonlyMap<string, Quality>; effects: EffectFinder },
): string | undefined {
  if (label === undefined || effects.qualitiesOf(label).length > 0) return undefined;
  return closest(
    label,
    [...qualities.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  );
}
