import { distance } from 'fastest-levenshtein';
import { cleanName } from '../markdown/clean-name.ts';
import type { ContainerKind, KnownName, ReadingWords } from '../read/reading.ts';
import { words } from './names.ts';

/** A container by its name, and the pattern that the name mentions: `Advantages of sagas`. */
export interface ContainerName {
  readonly kind: ContainerKind;
  readonly of?: string;
}

/** Recognises the names of containers. */
export interface ContainerNames {
  /** The container that a heading, label or summary names: only if each of its words is understood. */
  readonly find: (text: string, isPattern?: IsPattern) => ContainerName | undefined;
  /** The same for a name that is nothing but one of the known names. */
  readonly findExact: (text: string) => ContainerKind | undefined;
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
  const remembered = new Map<string, ContainerName | undefined>();
  const find = (text: string, isPattern: IsPattern) => {
    const name = nameIn(text);
    const isOther = name === '' || isPattern(name);
    return isOther ? undefined : parseName(name, lexicon, isPattern);
  };
  return {
    find: (text, isPattern = () => false) => {
      if (text.length > LONGEST) return undefined;
      if (remembered.has(text)) return remembered.get(text);
      if (remembered.size > MOST_REMEMBERED) remembered.clear();
      const found = find(text, isPattern);
      remembered.set(text, found);
      return found;
    },
    findExact: (text) => (text.length > LONGEST ? undefined : lexicon.kinds.get(key(nameIn(text)))),
    near: (text) => nearName(text, reading.containers),
  };
}

/** `Disadvantage(s)` is a plural. */
function nameIn(text: string): string {
  return cleanName(text.replace(/\((?:s|es|e|n|en)\)/gi, 's'));
}

function key(name: string): string {
  return words(name).join(' ');
}

interface Lexicon {
  readonly kinds: ReadonlyMap<string, ContainerKind>;
  readonly templates: readonly { readonly form: RegExp; readonly kind: ContainerKind }[];
  readonly around: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly than: ReadonlySet<string>;
  readonly has: ReadonlySet<string>;
  readonly negations: readonly string[];
}

function lexiconOf({ containers, around, of, than, has, negation }: ReadingWords): Lexicon {
  const plain = containers.map(({ name, kind }) => ({ name: name.replace('…', ' '), kind }));
  const keys = (list: readonly string[]) => new Set(list.map((each) => each.toLowerCase()));
  return {
    kinds: new Map(plain.map(({ name, kind }) => [key(name), kind])),
    templates: containers.filter(({ name }) => name.includes('…')).map(templateOf),
    around: keys(around),
    of: keys(of),
    than: keys(than),
    has: keys(has),
    negations: negation.names,
  };
}

function templateOf({ name, kind }: KnownName) {
  const [before = '', after = ''] = name.split('…').map(key);
  const form = [before, '(?<of>.+)', after].filter((part) => part !== '').join(' ');
  return { form: new RegExp(`^${form}$`), kind };
}

/** One reading after the other, the plainest first. */
function parseName(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  return (
    exact(name, lexicon) ??
    joined(name, lexicon) ??
    besidePattern(name, lexicon) ??
    beforeParenthesis(name, lexicon, isPattern) ??
    withPattern(name, lexicon, isPattern) ??
    fromTemplate(name, lexicon, true)
  );
}

/** A known name, with nothing but words around it that change nothing. */
function exact(name: string, lexicon: Lexicon): ContainerName | undefined {
  const kind = lexicon.kinds.get(key(name));
  if (kind !== undefined) return { kind };
  const core = withoutAround(name.split(/\s+/), lexicon).join(' ');
  const bare = core === '' || core === name ? undefined : lexicon.kinds.get(key(core));
  return bare === undefined ? fromTemplate(name, lexicon, false) : { kind: bare };
}

function withoutAround(
  all: readonly string[],
  lexicon: Pick<Lexicon, 'around'>,
): readonly string[] {
  const cuts = [
    { length: 2, rest: all.slice(2), words: all.slice(0, 2) },
    { length: 1, rest: all.slice(1), words: all.slice(0, 1) },
    { length: 2, rest: all.slice(0, -2), words: all.slice(-2) },
    { length: 1, rest: all.slice(0, -1), words: all.slice(-1) },
  ];
  const cut = cuts.find(
    ({ length, words }) => all.length > length && lexicon.around.has(wordsOf(words)),
  );
  return cut === undefined ? all : withoutAround(cut.rest, lexicon);
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
  for (const { form, kind } of templates) {
    if ((kind === 'aside') !== isAside) continue;
    const of = form.exec(all)?.groups?.of;
    if (of !== undefined && isHarmless(of, negations)) return { kind, of };
  }
  return undefined;
}

const LONGEST_PATTERN = 8;

/** A negation in what should be the name of a pattern may turn the meaning: advantages *lost*. */
function isHarmless(of: string, negations: readonly string[]): boolean {
  const all = of.toLowerCase().split(/\s+/);
  return (
    all.length <= LONGEST_PATTERN &&
    !negations.some((word) => (/^\p{ASCII}+$/u.test(word) ? all.includes(word) : of.includes(word)))
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

/** `Disadvantages: cache`, `Sagas – pros`. */
function besidePattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  const [left, right, ...more] = name.split(BETWEEN);
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  const [first, second] = [phrase(left, lexicon), phrase(right, lexicon)];
  if (first && second) return undefined;
  const found = first ?? second;
  const of = first ? right : left;
  const isPlain = found !== undefined && found.of === undefined;
  return isPlain && isHarmless(of, lexicon.negations) ? { ...found, of } : undefined;
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
  const cut = cutAt(name, lexicon.of);
  const found = cut && phrase(cut.before, lexicon);
  if (!found || !isHarmless(cut.after, lexicon.negations)) return undefined;
  return { kind: found.kind, of: withoutAround(cut.after.split(/\s+/), lexicon).join(' ') };
}

/** What the pattern is compared with does not own the list. */
function thanPattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  const cut = cutAt(name, lexicon.than);
  const found = cut && (phrase(cut.before, lexicon) ?? ofPattern(cut.before, lexicon));
  return found && isHarmless(cut.after, lexicon.negations) ? found : undefined;
}

function hasPattern(name: string, lexicon: Lexicon): ContainerName | undefined {
  const cut = cutAt(name, lexicon.has);
  const found = cut && phrase(cut.after, lexicon);
  if (!found || !isHarmless(cut.before, lexicon.negations)) return undefined;
  return { kind: found.kind, ...(cut.before !== '' && { of: cut.before }) };
}

const GLUED = /^(.+?)(?:[的之]|の)(.+)$/u;

function afterPattern(
  name: string,
  lexicon: Lexicon,
  isPattern: IsPattern,
): ContainerName | undefined {
  const glued = GLUED.exec(name);
  const owned = glued?.[2] === undefined ? undefined : phrase(glued[2], lexicon);
  if (owned && glued?.[1] !== undefined && isHarmless(glued[1], lexicon.negations))
    return { kind: owned.kind, of: glued[1] };
  const all = name.split(/\s+/);
  for (let length = all.length - 1; length > 0; length -= 1) {
    const of = all.slice(0, length).join(' ');
    const found = isPattern(of) ? phrase(all.slice(length).join(' '), lexicon) : undefined;
    if (found) return { kind: found.kind, of };
  }
  return undefined;
}

/** The words before and after the first of some words, of which each is one or two words. */
function cutAt(name: string, at: ReadonlySet<string>) {
  const all = name.split(/\s+/);
  for (let index = 0; index < all.length - 1; index += 1) {
    for (const length of [2, 1]) {
      if (!at.has(wordsOf(all.slice(index, index + length)))) continue;
      const after = all.slice(index + length).join(' ');
      if (after !== '') return { before: all.slice(0, index).join(' '), after };
    }
  }
  return undefined;
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
