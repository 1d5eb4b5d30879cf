import { closest } from '../../common/closest.ts';
import { grouped } from '../../common/lists.ts';
import { words } from '../../common/words.ts';
import type { Quality } from '../../model/knowledge.ts';
import type { Effect, Sign } from '../../model/pattern.ts';
import type { ReadingWords } from '../read/reading.ts';
import { type NegationReader, readNegations, type Sentence, type Turn } from './negation.ts';

/** Finds which qualities a claim speaks about, and in which direction. */
export interface EffectFinder {
  /** The qualities that a label names as a whole. */
  readonly qualitiesOf: (label: string) => readonly string[];
  /** The phrases in a sentence that speak for (+1) or against (−1) a quality, one for each quality. */
  readonly phrasesIn: (sentence: string) => readonly PhraseEffect[];
}

/** What a phrase says of a quality, after the words around it were looked at. */
export interface PhraseEffect extends Effect {
  readonly phrase: string;
  readonly turn: Turn;
}

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly quality: string;
  readonly sign: Sign;
}

interface Match extends Phrase {
  readonly start: number;
}

/** Compiles the aliases and phrases of all qualities. */
export function findEffects(qualities: readonly Quality[], reading: ReadingWords): EffectFinder {
  const labels = new Map<string, string[]>();
  for (const { id, name, aliases } of qualities) {
    for (const key of new Set([id, name, ...aliases].map(keyOf))) {
      labels.set(key, [...(labels.get(key) ?? []), id]);
    }
  }
  const byFirstWord = indexPhrases(qualities);
  const negations = readNegations(reading);
  return {
    qualitiesOf: (label) => labels.get(keyOf(label)) ?? [],
    phrasesIn: (text) => {
      const sentence = negations.sentenceOf(text);
      const matches = standing(matchesIn(sentence.words, byFirstWord));
      return matches.length === 0 ? [] : settle(matches, sentence, negations);
    },
  };
}

function keyOf(label: string): string {
  return words(label).join(' ');
}

function indexPhrases(qualities: readonly Quality[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (text: string, quality: string, sign: Sign) => {
    const phrase = { text, words: words(text), quality, sign };
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

/** Without those that overlap with a longer one about the same quality; looks only as far as the longest phrase reaches. */
function standing(matches: readonly Match[]): Match[] {
  const longest = matches.reduce((most, { words }) => Math.max(most, words.length), 0);
  const byStart = grouped(matches, ({ start }) => start);
  return matches.filter((match) => {
    for (let at = match.start - longest + 1; at < match.start + match.words.length; at += 1) {
      if (byStart.get(at)?.some((other) => outranks(other, match))) return false;
    }
    return true;
  });
}

function outranks(other: Match, match: Match): boolean {
  return (
    other.quality === match.quality &&
    other.words.length > match.words.length &&
    other.start + other.words.length > match.start
  );
}

/** One effect per quality: where two contradict each other they cancel out. */
function settle(
  matches: readonly Match[],
  sentence: Sentence,
  { turnOf }: NegationReader,
): PhraseEffect[] {
  const taken = new Set(
    matches.flatMap(({ start, words }) => words.map((_, offset) => start + offset)),
  );
  const isTaken = (index: number) => taken.has(index);
  const found = matches.map(({ text, quality, sign, start, words }): PhraseEffect => {
    const turn = turnOf(sentence, { start, length: words.length }, sign, isTaken);
    return { quality, value: turn === 'turned' ? -sign : sign, phrase: text, turn };
  });
  return [...grouped(found, ({ quality }) => quality).values()].flatMap((each) => {
    const clear = each.find(({ turn }) => turn === 'unclear') ?? each[0];
    const isOne = each.every(({ value }) => value === each[0]?.value);
    return clear !== undefined && (isOne || clear.turn === 'unclear') ? [clear] : [];
  });
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
