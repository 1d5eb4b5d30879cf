import type { ListItem, PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** An entry of a list that starts with a link: where it leads, its text, and the text after it. */
export interface LinkedEntry {
  readonly target: string;
  readonly text: string;
  readonly rest: string;
}

/** The entries of the lists in a Markdown page. Throws if anything but text is in one, besides its link. */
export function linkedEntries(page: string): LinkedEntry[] {
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(page);
  return children.flatMap((block) => (block.type === 'list' ? block.children.map(entryOf) : []));
}

function entryOf({ children: [line, ...below] }: ListItem): LinkedEntry {
  const [link, ...rest] = line?.type === 'paragraph' ? line.children : [];
  if (link?.type !== 'link' || below.length > 0) throw new Error('Not an entry with one link');
  return { target: link.url, text: wordsOf(link.children), rest: wordsOf(rest) };
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(wordOf).join('');
}

/** GFM links every web address, escaped or not: its text says where it leads. */
function wordOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'link' && node.url.endsWith(wordsOf(node.children))) {
    return wordsOf(node.children);
  }
  throw new Error(`Not text, but ${node.type}`);
}
