import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

/** A block of a record at its top level. */
export interface Block {
  readonly type: string;
  /** Of a heading. */
  readonly depth?: number;
  /** All of its words, as a reader sees them; each entry of a list in a line. */
  readonly text: string;
}

/** A record as a reader of GitHub's Markdown finds it. */
export interface RecordParts {
  /** Undefined without front matter. */
  readonly front: unknown;
  readonly blocks: readonly Block[];
  /** The kinds of all nodes. */
  readonly kinds: ReadonlySet<string>;
  /** The addresses of links, but for those of bare addresses in a text. */
  readonly links: readonly string[];
}

/** Reads the text of a record. */
export function recordParts(markdown: string): RecordParts {
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .parse(markdown) as Root;
  const nodes = allIn(root);
  const [yaml] = nodes.filter(({ type }) => type === 'yaml');
  return {
    front: yaml && 'value' in yaml ? parse(yaml.value) : undefined,
    blocks: root.children
      .filter(({ type }) => type !== 'yaml')
      .map((node) => ({
        type: node.type,
        text: textOf(node),
        ...(node.type === 'heading' && { depth: node.depth }),
      })),
    kinds: new Set(nodes.filter((node) => !isBareAddress(node)).map(({ type }) => type)),
    links: nodes.flatMap((node) =>
      node.type === 'link' && !isBareAddress(node) ? [node.url] : [],
    ),
  };
}

function allIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(allIn) : [])];
}

function textOf(node: Nodes): string {
  const texts = 'children' in node ? node.children.map(textOf) : [];
  if ('value' in node) return node.value;
  return texts.join(node.type === 'list' || node.type === 'listItem' ? '\n' : '');
}

/** remark links an address that is text, escaped or not; its reader sees where it leads. */
function isBareAddress(node: Nodes): boolean {
  return node.type === 'link' && node.url.endsWith(textOf(node)) && textOf(node) !== '';
}

/** The headings, each with its depth as number signs. */
export function headingsIn({ blocks }: RecordParts): string[] {
  return blocks.flatMap(({ depth, text }) =>
    depth === undefined ? [] : [`${'#'.repeat(depth)} ${text}`],
  );
}

/** The words of the blocks below a heading, up to the next one. */
export function sectionIn({ blocks }: RecordParts, heading: string): string[] {
  const start = blocks.findIndex(({ type, text }) => type === 'heading' && text === heading) + 1;
  const rest = blocks.slice(start);
  const end = rest.findIndex(({ type }) => type === 'heading');
  return start === 0 ? [] : rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text);
}
