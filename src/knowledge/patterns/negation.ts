import { words } from '../../common/words.ts';
import type { Sign } from '../../model/pattern.ts';
import type { ReadingWords } from '../read/reading.ts';

/** What the words around a phrase make of its sign. */
export type Turn = 'same' | 'turned' | 'unclear';

/** The words of a sentence, and for each of them where its clause begins. */
export interface Sentence {
  readonly words: readonly string[];
  readonly clauses: readonly number[];
}

/** Some words of a sentence; `start` and `length` count words. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** Reads negations: cuts sentences into clauses, and says what the rest of a clause makes of a phrase in it. */
export interface NegationReader {
  readonly sentenceOf: (text: string) => Sentence;
  /** `sign` is that of the phrase by itself; words for which `isTaken` is true belong to other phrases. */
  readonly turnOf: (
    sentence: Sentence,
    span: Span,
    sign: Sign,
    isTaken: (index: number) => boolean,
  ) => Turn;
}

/** How many words a negation may stand before or behind a phrase: `does not provide any kind of`, `no kind of`. */
const FAR = 5;
const CLOSE = 3;

type Lists = Readonly<Record<keyof ReadingWords['negation'], readonly (readonly string[])[]>>;

/** Compiles the words that turn a phrase round. */
export function readNegations({ negation }: ReadingWords): NegationReader {
  const lists = Object.fromEntries(
    Object.entries(negation).map(([kind, list]) => [kind, wordLists(list)]),
  ) as Lists;
  return {
    sentenceOf: (text) => sentenceOf(text, lists),
    turnOf: (sentence, span, sign, isTaken) => {
      const freeWords = (from: number, to: number) =>
        sentence.words.slice(from, to).map((word, index) => (isTaken(from + index) ? '' : word));
      const before = without(lists.kept, freeWords(beginOf(sentence, span), span.start));
      const after = freeWords(span.start + span.length, endOf(sentence, span));
      if (occurrences(lists.unclear, before) + occurrences(lists.unclear, after) > 0)
        return 'unclear';
      const turns = turnsBefore(before, sign, lists) + turnsAfter(after, lists);
      if (turns <= 0) return 'same';
      return turns === 1 ? 'turned' : 'unclear';
    },
  };
}

function beginOf({ clauses }: Sentence, { start }: Span): number {
  return Math.max(clauses[start] ?? start, start - FAR);
}

function endOf({ words, clauses }: Sentence, { start, length }: Span): number {
  let end = start + length;
  const last = Math.min(words.length, end + FAR);
  while (end < last && clauses[end] === clauses[start]) end += 1;
  return end;
}

function turnsBefore(before: readonly string[], sign: Sign, lists: Lists): number {
  const near = before.slice(-CLOSE);
  const negations = occurrences(lists.words, before) + occurrences(lists.close, near);
  if (sign === 1) return negations + occurrences(lists.hampers, near);
  return negations > 0 ? negations : Math.min(1, occurrences(lists.eases, near));
}

/** `downtime is avoided` */
function turnsAfter(after: readonly string[], { be, after: turning }: Lists): number {
  const isPassive = be.some((each) => each.every((word, index) => after[index] === word));
  return isPassive ? Math.min(1, occurrences(turning, after.slice(0, CLOSE + 1))) : 0;
}

const CLOSES = /[,;:.!?)，；：。！？、)–—]$/u;
const OPENS = /^[(（–—]|^-$/u;

/** Cuts a sentence into words, and into clauses at punctuation and at words such as `but`. */
function sentenceOf(text: string, lists: Lists): Sentence {
  const all: string[] = [];
  const clauses: number[] = [];
  let clause = 0;
  const parts = text.split(/\s+/);
  for (const [index, part] of parts.entries()) {
    const own = words(part);
    const isNew = OPENS.test(part) || beginsClause(parts, index, { all, clause, lists });
    if (isNew) clause = all.length;
    for (const word of own) {
      all.push(word);
      clauses.push(clause);
    }
    if (CLOSES.test(part)) clause = all.length;
  }
  return { words: all, clauses };
}

interface Before {
  readonly all: readonly string[];
  readonly clause: number;
  readonly lists: Lists;
}

/** How many words may stand between what is given up and `for`. */
const FAR_BACK = 12;

const AND = /^(?:and|or|&)$/i;
const EXCEPT = /^(?:anything|nothing|all)$/i;

/** At `but`; at `and` before another negation; at `for` behind what is given up. */
function beginsClause(
  parts: readonly string[],
  index: number,
  { all, clause, lists }: Before,
): boolean {
  const part = parts[index] ?? '';
  const isWord = (list: Lists[keyof Lists], word: string) => {
    const [own] = words(word);
    return own !== undefined && list.some((each) => each.length === 1 && each[0] === own);
  };
  if (AND.test(part)) {
    const next = parts[index + 1] ?? '';
    return isWord(lists.words, next) || isWord(lists.close, next);
  }
  if (/^for$/i.test(part)) {
    return occurrences(lists.trades, all.slice(Math.max(clause, all.length - FAR_BACK))) > 0;
  }
  return isWord(lists.ends, part) && !EXCEPT.test(parts[index - 1] ?? '');
}

function wordLists(list: readonly string[]): readonly (readonly string[])[] {
  return list.map(words).sort((a, b) => b.length - a.length);
}

/** How often lists of words stand in a clause, none inside another. */
function occurrences(lists: readonly (readonly string[])[], clause: readonly string[]): number {
  return spansOf(lists, clause).length;
}

/** The clause with blanks in place of lists of words. */
function without(lists: readonly (readonly string[])[], clause: readonly string[]): string[] {
  const rest = [...clause];
  for (const { start, length } of spansOf(lists, clause)) rest.fill('', start, start + length);
  return rest;
}

function spansOf(lists: readonly (readonly string[])[], clause: readonly string[]): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < clause.length; ) {
    const at = start;
    const list = lists.find((each) => each.every((word, offset) => clause[at + offset] === word));
    if (list) found.push({ start, length: list.length });
    start += list?.length ?? 1;
  }
  return found;
}
