import { words } from '../../common/words.ts';
import type { ContainerKind } from '../read/reading.ts';
import { isNegated, key, kindOf, type Lexicon } from './container-lexicon.ts';

/** A container by its name, and the pattern that the name mentions: `Advantages of sagas`. */
export interface ContainerName {
  readonly kind: ContainerKind;
  readonly of?: string;
  /** What the name itself says, in `Cons: data loss`. */
  readonly item?: string;
}

export type IsPattern = (name: string) => boolean;

/** One reading after the other, the plainest first. */
export function parseName(
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

/** The words of a name as written, without the given number at its beginning and end. */
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
