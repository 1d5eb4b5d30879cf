import { words } from '../../common/words.ts';
import type { ContainerKind, KnownName, ReadingWords } from '../read/reading.ts';

/** What a name begins with that counts only as it is written: `Risks` is a list, and `Risk` a measure. */
const AS_WRITTEN = '=';

function written(name: string): string {
  return name.replace(AS_WRITTEN, '').trim().toLowerCase();
}

/** The same for each spelling and number of a name. */
export function key(name: string): string {
  return words(name).join(' ');
}

/** The words that the names of containers are made of, compiled. */
export interface Lexicon {
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
export interface Template {
  readonly form: RegExp;
  readonly kind: ContainerKind;
  readonly before: number;
  readonly after: number;
}

export function lexiconOf(reading: ReadingWords): Lexicon {
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

/** `Problem` is not `Problems`: a name as it is written goes before one without its plural. */
export function kindOf(name: string, { kinds }: Lexicon): ContainerKind | undefined {
  return kinds.get(name.toLowerCase()) ?? kinds.get(key(name));
}

/** Letters that are words by themselves may stand anywhere. */
export function isNegated(text: string, negations: readonly string[]): boolean {
  const all = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'’]+/gu, ' ')} `;
  return negations.some((word) =>
    all.includes(/^\p{Script=Latin}/u.test(word) ? ` ${word} ` : word),
  );
}
