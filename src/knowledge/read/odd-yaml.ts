import { type Document, isNode, isScalar, type Node, type Pair, visit, type YAMLError } from 'yaml';
import { visible } from '../../common/text.ts';

/** What is wrong, and how many characters into the text. */
export interface Fault {
  readonly message: string;
  readonly offset: number;
}

/** The first thing in a document that is valid YAML, and of which plain data would lose or hide something. */
export function oddityIn(document: Document): Fault | undefined {
  let found: Fault | undefined;
  const report = (message: string | undefined, node: Node | Pair) => {
    if (message !== undefined) found ??= { message, offset: offsetOf(node) };
    return found === undefined ? undefined : visit.BREAK;
  };
  visit(document, {
    Pair: (_, pair) => report(objectionToKey(pair.key), isNode(pair.key) ? pair.key : pair),
    Value: (_, node) => report(objectionToTag(node.tag), node),
    Alias: (_, node, path) => {
      const isInside = path.some(
        (above) => isNode(above) && 'anchor' in above && above.anchor === node.source,
      );
      const isCircle = isInside && path.some((above) => above === node.resolve(document));
      return report(
        isCircle ? `\`*${node.source}\` refers to a value that contains it` : undefined,
        node,
      );
    },
  });
  return found;
}

function offsetOf(node: Node | Pair): number {
  return ('range' in node ? node.range?.[0] : undefined) ?? 0;
}

/** JavaScript gives this name a meaning of its own, and objects lose it in silence. */
const RESERVED = '__proto__';

function objectionToKey(key: unknown): string | undefined {
  const name = isScalar(key) ? String(key.value) : '';
  if (name === RESERVED) return `\`${RESERVED}\` cannot be a name`;
  const shown = visible(name);
  return shown === name ? undefined : `The key \`${shown}\` contains an invisible character`;
}

/** Of these the parser makes values that are neither texts, numbers, lists nor mappings. */
const TAG = /^tag:yaml\.org,2002:(omap|pairs|set|binary|timestamp)$/;

function objectionToTag(tag: string | undefined): string | undefined {
  const name = TAG.exec(tag ?? '')?.[1];
  return name && `\`!!${name}\` is not supported: write text, a list or a mapping without it`;
}

/** The parser's message, reworded if it is meant for programmers. */
export function wordsOf({ code, message }: YAMLError): string {
  return WORDS[code] ?? message;
}

const WORDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  MULTIPLE_DOCS: 'a second document begins here, but a file may contain only one',
  NON_STRING_KEY: 'a key is not text',
  RESOURCE_EXHAUSTION: 'nested too deeply',
};

/** The same for what it throws where it makes plain data. */
export function thrownWords({ message, name }: Error): string {
  if (name === 'RangeError') return 'nested too deeply';
  return message.startsWith('Excessive alias count')
    ? 'aliases expand to too many values'
    : message;
}
