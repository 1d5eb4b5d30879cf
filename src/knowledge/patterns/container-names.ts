import { distance } from 'fastest-levenshtein';
import { cleanName } from '../markdown/clean-name.ts';
import type { ContainerKind, KnownName, ReadingWords } from '../read/reading.ts';
import { words } from './names.ts';

/** A container by its name, and the pattern that the name mentions: `Advantages of sagas`. */
export interface ContainerName {
  readonly kind: ContainerKind;
  readonly of?: string;
  /** What the name itself says, in `Cons: data loss`. */
  readonly item?: string;
}

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

type IsPattern = (name: string) => boolean;

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

/** What a name begins with that counts only as it is written: `Risks` is a list, and `Risk` a measure. */
const AS_WRITTEN = '=';

function written(name: string): string {
  return name.replace(AS_WRITTEN, '').trim().toLowerCase();
}

function key(name: string): string {
  return words(name).join(' ');
}

interface Lexicon {
  readonly kinds: ReadonlyMap<string, ContainerKind>;
  readonly templates: readonly Template[];
  readonly around: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly than: ReadonlySet<string>;
  readonly has: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  readonly negations: readonly string[];
}

/** A name around that of a pattern, and how many words of it stand before and after. */
interface Template {
  readonly form: RegExp;
  readonly kind: ContainerKind;
  readonly before: number;
  readonly after: number;
}

function lexiconOf(reading: ReadingWords): Lexicon {
  const { containers, around, of, than, has, telling, negation } = reading;
  const plain = containers.map(({ name, kind }) => ({ name: name.replace('…', ' '), kind }));
  const inflected = plain.filter(({ name }) => !name.startsWith(AS_WRITTEN));
  const keys = (list: readonly string[]) => new Set(list.map((each) => each.toLowerCase()));
  return {
    kinds: new Map([
      ...inflected.map(({ name, kind }) => [key(name), kind] as const),
      ...plain.map(({ name, kind }) => [written(name), kind] as const),
    ]),
    templates: containers.filter(({ name }) => name.includes('…')).map(templateOf),
    around: keys(around),
    of: keys(of),
    than: keys(than),
    has: keys(has),
    telling: keys(telling),
    negations: negation.names,
  };
}

function templateOf({ name, kind }: KnownName): Template {
  const [before = '', after = ''] = name.split('…').map(key);
  const form = [before, '.+', after].filter((part) => part !== '').join(' ');
  const count = (part: string) => part.split(' ').filter((word) => word !== '').length;
  return { form: new RegExp(`^${form}$`), kind, before: count(before), after: count(after) };
}

/** One reading after the other, the plainest first. */
function parseName(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  const sentence = /^([^.。]{2,40})[.。]\s/.exec(name)?.[1];
  return (
    (sentence === undefined ? undefined : exact(sentence, lexicon)) ??
    exact(name, lexicon) ??
    joined(name, lexicon) ??
    besidePattern(name, lexicon, isPattern) ??
    beforeParenthesis(name, lexicon, isPattern) ??
    withPattern(name, lexicon, isPattern) ??
    fromTemplate(name, lexicon, true)
  );
}

/** A known name, with nothing but words around it that change nothing. */
function exact(name: string, lexicon: Lexicon): ContainerName | undefined {
  const kind = kindOf(name, lexicon);
  if (kind !== undefined) return { kind };
  const core = withoutAround(name.split(/\s+/), lexicon).join(' ');
  const bare = core === '' || core === name ? undefined : kindOf(core, lexicon);
  return bare === undefined ? fromTemplate(name, lexicon, false) : { kind: bare };
}

/** `Problem` is not `Problems`: a name as it is written goes before one without its plural. */
function kindOf(name: string, { kinds }: Lexicon): ContainerKind | undefined {
  return kinds.get(name.toLowerCase()) ?? kinds.get(key(name));
}

const MOST_AROUND = 3;

function withoutAround(
  all: readonly string[],
  lexicon: Pick<Lexicon, 'around'>,
): readonly string[] {
  for (let length = Math.min(MOST_AROUND, all.length - 1); length > 0; length -= 1) {
    if (lexicon.around.has(wordsOf(all.slice(0, length)))) {
      return withoutAround(all.slice(length), lexicon);
    }
    if (lexicon.around.has(wordsOf(all.slice(-length)))) {
      return withoutAround(all.slice(0, -length), lexicon);
    }
  }
  return all;
}

function wordsOf(parts: readonly string[]): string {
  return parts
    .join(' ')
    .toLowerCase()
    .replace(/[,.;:]/g, '');
}

/** `What is …` fits many a sentence, so that asides come last. */
function fromTemplate(
  name: string,
  { templates, negations }: Lexicon,
  isAside: boolean,
): ContainerName | undefined {
  const all = key(name);
  for (const { form, kind, before, after } of templates) {
    if ((kind === 'aside') !== isAside || !form.test(all)) continue;
    const of = within(name, before, after);
    if (isHarmless(of, negations)) return { kind, of };
  }
  return undefined;
}

/** The words of a name without so many at its beginning and end, as they are written. */
function within(name: string, before: number, after: number): string {
  const parts = name.split(/\s+/);
  const drop = (list: readonly string[], many: number) => {
    let [index, left] = [0, many];
    for (; left > 0 && index < list.length; index += 1) left -= words(list[index] ?? '').length;
    return list.slice(index);
  };
  const rest = drop(parts, before).toReversed();
  return drop(rest, after).toReversed().join(' ');
}

const LONGEST_PATTERN = 8;

/** A negation in what should be the name of a pattern may turn the meaning: advantages *lost*. */
function isHarmless(of: string, negations: readonly string[]): boolean {
  return of.split(/\s+/).length <= LONGEST_PATTERN && !isNegated(of, negations);
}

/** Letters that are words by themselves may stand anywhere. */
function isNegated(text: string, negations: readonly string[]): boolean {
  const all = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'’]+/gu, ' ')} `;
  return negations.some((word) =>
    all.includes(/^\p{Script=Latin}/u.test(word) ? ` ${word} ` : word),
  );
}

const AND =
  /\s*[,/&+、・]\s*|\s+(?:and|or|und|et|ou|y|e|vs\.?)\s+|[和及与與]|(?<=\p{Script=Katakana}|\p{Script=Han})と/u;

/** `Issues and considerations`, `Pros & cons`: each part is a name by itself. */
function joined(name: string, lexicon: Lexicon): ContainerName | undefined {
  const parts = name.split(AND);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const found = parts.map((part, index) =>
    index === parts.length - 1
      ? (exact(part, lexicon) ?? ofPattern(part, lexicon))
      : exact(part, lexicon),
  );
  const kinds = found.flatMap((each) => (each === undefined ? [] : [each.kind]));
  const kind = kinds.length === parts.length ? kindOfAll(kinds) : undefined;
  const of = found.at(-1)?.of;
  return kind && { kind, ...(of !== undefined && { of }) };
}

const AGAINST: ReadonlySet<ContainerKind> = new Set([
  'disadvantages',
  'considerations',
  'trade-offs',
]);

/** One kind for several, where they agree or are the two signs. */
function kindOfAll(kinds: readonly ContainerKind[]): ContainerKind | undefined {
  const [first] = kinds;
  if (kinds.every((kind) => kind === first)) return first;
  if (kinds.every((kind) => AGAINST.has(kind)))
    return kinds.includes('considerations') ? 'considerations' : 'disadvantages';
  const isSigned = kinds.every((kind) => kind === 'benefits' || AGAINST.has(kind));
  return isSigned ? 'mixed' : undefined;
}

const BETWEEN = /\s*[:：|]\s*|\s+[–—-]\s+/;

/** `Disadvantages: cache`, `Sagas – pros`, `Cons: data loss`. */
function besidePattern(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  const [left, right, ...more] = name.split(BETWEEN);
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  const [first, second] = [phrase(left, lexicon), phrase(right, lexicon)];
  if (first && second) return undefined;
  if (first) return beside(first, right, { lexicon, isItem: !isPattern(right) });
  return second && beside(second, left, { lexicon, isItem: false });
}

interface Beside {
  readonly lexicon: Lexicon;
  readonly isItem: boolean;
}

function beside(
  found: ContainerName,
  words: string,
  { lexicon, isItem }: Beside,
): ContainerName | undefined {
  if (found.of !== undefined || !isHarmless(words, lexicon.negations)) return undefined;
  return isItem ? { ...found, item: words } : { ...found, of: words };
}

/** `Pros (saga)`; another parenthesis says nothing, such as `Drawbacks (see below)`. */
function beforeParenthesis(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  const [, left, inside] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(name) ?? [];
  if (left === undefined || inside === undefined) return undefined;
  const found = phrase(left, lexicon);
  if (found === undefined || !isHarmless(inside, lexicon.negations)) return undefined;
  if (isPattern(inside)) return { ...found, of: inside };
  return phrase(inside, lexicon) === undefined ? found : undefined;
}

function phrase(name: string, lexicon: Lexicon): ContainerName | undefined {
  return exact(name, lexicon) ?? joined(name, lexicon);
}

/** `Advantages of sagas`, `A saga has these drawbacks`, `Saga pros`, `微服务的优点`. */
function withPattern(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  return (
    thanPattern(name, lexicon) ??
    ofPattern(name, lexicon) ??
    hasPattern(name, lexicon) ??
    afterPattern(name, lexicon, isPattern)
  );
}

function ofPattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  for (const { before, after } of cutsAt(name, lexicon.of)) {
    const found = phrase(before, lexicon);
    const of = withoutAround(after.split(/\s+/), lexicon).join(' ');
    if (found && isHarmless(after, lexicon.negations)) return { kind: found.kind, of };
  }
  return undefined;
}

/** What the pattern is compared with does not own the list. */
function thanPattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  for (const { before, after } of cutsAt(name, lexicon.than)) {
    const found = phrase(before, lexicon) ?? ofPattern(before, lexicon);
    if (found && isHarmless(after, lexicon.negations)) return found;
  }
  return undefined;
}

function hasPattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  for (const { before, after } of cutsAt(name, lexicon.has)) {
    const found = phrase(after, lexicon);
    if (found && isHarmless(before, lexicon.negations)) {
      return { kind: found.kind, ...(before !== '' && { of: before }) };
    }
  }
  return undefined;
}

const GLUED = /^(.+?)(?:[的之]|の)(.+)$/u;

function afterPattern(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  const glued = GLUED.exec(name);
  const owned = glued?.[2] === undefined ? undefined : phrase(glued[2], lexicon);
  if (owned && glued?.[1] !== undefined && isOwner(glued[1], owned.kind, lexicon, isPattern))
    return { kind: owned.kind, of: glued[1] };
  const all = name.split(/\s+/);
  for (let length = all.length - 1; length > 0; length -= 1) {
    const of = all.slice(0, length).join(' ');
    const found = isPattern(of) ? phrase(all.slice(length).join(' '), lexicon) : undefined;
    if (found) return { kind: found.kind, of };
  }
  return undefined;
}

/** Plain words before a name may be anything, unless it is one of the two that always belong to something. */
function isOwner(
  of: string,
  kind: ContainerKind,
  { negations }: Lexicon,
  isPattern: IsPattern,
): boolean {
  const isSign = kind === 'benefits' || kind === 'disadvantages';
  return isHarmless(of, negations) && (isSign || isPattern(of));
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

/** The words before and after each of some words, of which each is one or two words. */
function cutsAt(name: string, at: ReadonlySet<string>): { before: string; after: string }[] {
  const all = name.split(/\s+/);
  return all.flatMap((_, index) =>
    [2, 1]
      .filter((length) => at.has(wordsOf(all.slice(index, index + length))))
      .map((length) => ({
        before: all.slice(0, index).join(' '),
        after: all.slice(index + length).join(' '),
      }))
      .filter(({ after }) => after !== ''),
  );
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
