import { distance } from 'fastest-levenshtein';
import { words } from '../../common/words.ts';
import { cleanName } from '../markdown/clean-name.ts';
import type { ContainerKind, KnownName, ReadingWords } from '../read/reading.ts';
import { isNegated, kindOf, type Lexicon, lexiconOf } from './container-lexicon.ts';
import { type ContainerName, type IsPattern, parseName } from './parse-container-name.ts';

/** Recognises the names of containers. */
export interface ContainerNames {
  /** The container that a heading, label or summary names: only if each of its words is understood. */
  readonly find: (text: string, isPattern?: IsPattern) => ContainerName | undefined;
  /** The same for a name that is nothing but one of the known names. */
  readonly findExact: (text: string) => ContainerKind | undefined;
  /** A word in it turns a sign, or names the other one: what stands below has not the sign of what stands around it. */
  readonly mayTurn: (text: string, kind: ContainerKind) => boolean;
  /** A word in it says that it is about something with a sign, though the whole may not be understood. */
  readonly isTelling: (text: string) => boolean;
  /** A word in it may speak against something. */
  readonly isWary: (text: string) => boolean;
  /** A label that says something about the document. */
  readonly isMetadata: (label: string) => boolean;
  /** A heading above what answers the question in the heading before it. */
  readonly isAnswer: (heading: string) => boolean;
  /** A name that was probably meant, of which no other reading would turn the sign. */
  readonly near: (text: string) => string | undefined;
}

/** No name is longer. */
const LONGEST = 100;
const MOST_REMEMBERED = 5000;

/** Compiles the names of containers. */
export function findContainers(reading: ReadingWords): ContainerNames {
  const lexicon = lexiconOf(reading);
  const lower = (list: readonly string[]) => new Set(list.map((each) => each.toLowerCase()));
  const wary = new Set(reading.negation.wary.flatMap(words));
  const [metadata, answers] = [lower(reading.metadata), lower(reading.answers)];
  const remembered = new Map<string, ContainerName | undefined>();
  const known = new Set(
    [...lexicon.kinds.keys(), ...reading.containers.map(({ name }) => name)].flatMap(words),
  );
  /** Most texts hold no word of any name. */
  const isPossible = (text: string) =>
    !/^[\x20-\x7e]*$/.test(text) || words(text).some((word) => known.has(word));
  const find = (text: string, isPattern: IsPattern) => {
    const name = nameIn(text);
    const isOther = name === '' || isPattern(name);
    return isOther ? undefined : parseName(name, lexicon, isPattern);
  };
  return {
    find: (text, isPattern = () => false) => {
      if (text.length > LONGEST || !isPossible(text)) return undefined;
      if (remembered.has(text)) return remembered.get(text);
      if (remembered.size > MOST_REMEMBERED) remembered.clear();
      const found = find(text, isPattern);
      remembered.set(text, found);
      return found;
    },
    findExact: (text) => (text.length > LONGEST ? undefined : kindOf(nameIn(text), lexicon)),
    mayTurn: (text, kind) => mayTurn(text, kind, lexicon),
    isTelling: (text) => isTelling(text, lexicon),
    isMetadata: (label) => metadata.has(label.trim().toLowerCase()),
    isWary: (text) => words(text).some((word) => wary.has(word)),
    isAnswer: (heading) => answers.has(cleanName(heading).toLowerCase()),
    near: (text) => nearName(text, reading.containers),
  };
}

/** `Disadvantage(s)` is a plural. */
function nameIn(text: string): string {
  return cleanName(text.replace(/\((?:s|es|e|n|en)\)/gi, 's'));
}

const TURNING: ReadonlySet<string> = new Set([
  'but',
  'however',
  'except',
  'unless',
  'although',
  'beware',
  'careful',
  'caution',
  'warning',
  'aber',
  'jedoch',
  'mais',
  'pero',
  'mas',
]);

/** A sentence that leads into a list may hold a negation about something else. */
const MOST_TURNED = 6;

function mayTurn(
  text: string,
  kind: ContainerKind,
  { negations, kinds, telling }: Lexicon,
): boolean {
  const all = lettersIn(text);
  const isOther = (word: string) => {
    const other = telling.has(word) ? kinds.get(word) : undefined;
    return other !== undefined && other !== kind;
  };
  const isShort = all.length <= MOST_TURNED;
  return (
    (isShort && isNegated(text, negations)) ||
    all.some((word) => TURNING.has(word) || isOther(word))
  );
}

function lettersIn(text: string): string[] {
  return cleanName(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u);
}

/** A short text with a word that says that it is about something with a sign. */
function isTelling(text: string, { telling }: Lexicon): boolean {
  const all = lettersIn(text);
  const isIn = (word: string) =>
    telling.has(word) ||
    (!/^\p{Script=Latin}/u.test(word) && [...telling].some((each) => word.includes(each)));
  return all.length <= MOST_TURNED && all.some(isIn);
}

const MOST_SLIPS = 2;

/** The nearest name, unless one of another kind is nearly as near: a hint must not turn a sign. */
function nearName(text: string, names: readonly KnownName[]): string | undefined {
  const name = cleanName(text).toLowerCase();
  const slips = names.map((each) => ({ ...each, off: distance(name, each.name.toLowerCase()) }));
  const [near] = slips.sort((a, b) => a.off - b.off);
  if (near === undefined || near.off > Math.min(MOST_SLIPS, name.length / 3)) return undefined;
  const other = slips.find(({ kind }) => kind !== near.kind);
  return other !== undefined && other.off < near.off + 2 ? undefined : near.name;
}
