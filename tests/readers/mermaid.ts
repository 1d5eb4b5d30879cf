import { packageNamed } from './installed.ts';

/** A flowchart as Mermaid understands it. */
export interface Flowchart {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly text: string }[];
}

export interface FlowNode {
  readonly id: string;
  /** Its lines; what HTML makes of them is read. */
  readonly lines: readonly string[];
  /** A node that does something when it is clicked, or whose label is Markdown, is more than text. */
  readonly isText: boolean;
}

interface Mermaid {
  readonly default: {
    readonly parse: (text: string) => Promise<unknown>;
    readonly mermaidAPI: { readonly getDiagramFromText: (text: string) => Promise<Diagram> };
  };
}

interface Diagram {
  readonly type: string;
  readonly db: {
    readonly getVertices: () => ReadonlyMap<string, Vertex>;
    readonly getEdges: () => readonly { start: string; end: string; text: string }[];
  };
}

interface Vertex {
  readonly id: string;
  readonly text: string;
  readonly labelType: string;
  readonly link?: string;
  readonly haveCallback?: boolean;
}

/** Reads a flowchart with the parser of Mermaid itself. Throws if it is not one. */
export async function readFlowchart(text: string): Promise<Flowchart> {
  const document = await pageForMermaid();
  const { default: mermaid } = await packageNamed<Mermaid>('mermaid');
  await mermaid.parse(text);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (type !== 'flowchart-v2') throw new Error(`A diagram of type ${type}`);
  const shown = (label: string) => {
    const element = document.createElement('div');
    element.innerHTML = asHtml(label);
    if (element.children.length > 0) throw new Error(`Markup in a label: ${label}`);
    return element.textContent;
  };
  const nodes = [...db.getVertices().values()].map((vertex) => ({
    id: vertex.id,
    lines: shown(vertex.text)
      .split('\n')
      .map((line) => line.trim()),
    isText: vertex.link === undefined && !vertex.haveCallback && vertex.labelType !== 'markdown',
  }));
  const edges = db.getEdges().map(({ start, end, text: label }) => ({
    ...{ from: start, to: end, text: shown(label) },
  }));
  return { nodes, edges };
}

interface Page {
  readonly createElement: (name: string) => {
    innerHTML: string;
    readonly textContent: string;
    readonly children: { readonly length: number };
  };
}

/** Mermaid takes the page that it is loaded in. */
async function pageForMermaid(): Promise<Page> {
  const { Window } = await packageNamed<{ Window: new () => { document: Page } }>('happy-dom');
  const window = new Window();
  const { document } = window;
  if (!('document' in globalThis)) Object.assign(globalThis, { window, document });
  return document;
}

/** Mermaid keeps a character such as `#35;` aside as it parses, and hands it to HTML when it draws. */
function asHtml(label: string): string {
  return label.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
}
