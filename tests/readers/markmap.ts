import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageNamed, printedBy, programNamed } from './installed.ts';

/** A node of a mind map. */
export interface MapNode {
  /** Its text, as HTML shows it. */
  readonly text: string;
  /** The names of the elements in it. */
  readonly elements: readonly string[];
  readonly children: readonly MapNode[];
}

interface Written {
  readonly content: string;
  readonly children: readonly Written[];
}

/** The mind map that `markmap` of markmap-cli makes of a Markdown page, read from the page that it writes. */
export async function readMindMap(markdown: string, folder: string): Promise<MapNode> {
  await writeFile(join(folder, 'map.md'), markdown);
  await printedBy(programNamed('markmap'), ['--no-open', '-o', 'map.html', 'map.md'], folder);
  const html = await readFile(join(folder, 'map.html'), 'utf8');
  const [, root] = /,(\{"content":.*\}),\w+\)<\/script>/s.exec(html) ?? [];
  if (root === undefined) throw new Error('No mind map in the page');
  const { Window } = await packageNamed<{ Window: new () => { document: Page } }>('happy-dom');
  return mapNode(JSON.parse(root), new Window().document);
}

interface Page {
  readonly createElement: (name: string) => Part;
}

interface Part {
  innerHTML: string;
  readonly textContent: string;
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly localName: string }>;
}

function mapNode({ content, children }: Written, page: Page): MapNode {
  const part = page.createElement('div');
  part.innerHTML = content;
  return {
    text: part.textContent,
    elements: [...part.querySelectorAll('*')].map(({ localName }) => localName),
    children: children.map((child) => mapNode(child, page)),
  };
}

/** A node and all below it. */
export function nodesOf(node: MapNode): MapNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}
