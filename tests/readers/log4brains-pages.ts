import { packageNamed } from './installed.ts';
import { adrsOf } from './log4brains.ts';

/** What a page of the website consists of. */
export interface Page {
  readonly file: string;
  /** The names of all elements, each once. */
  readonly elements: readonly string[];
  /** Where its links lead; one to a record names its file. */
  readonly links: readonly string[];
}

interface Compiler {
  readonly compiler: (text: string, options: object) => unknown;
}

interface React {
  readonly createElement: (name: string, props: object, text: string) => unknown;
}

interface Server {
  readonly renderToStaticMarkup: (page: unknown) => string;
}

interface Dom {
  readonly Window: new () => { readonly document: Document };
}

interface Document {
  readonly body: { innerHTML: string };
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}

interface Element {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
}

interface LinkToRecord {
  readonly slug: string;
  readonly customLabel?: string;
}

/** The records as the website of log4brains shows them: it compiles the text of its core with markdown-to-jsx. */
export async function pagesOfLog4brains(project: string): Promise<Page[]> {
  const { compiler } = await packageNamed<Compiler>('markdown-to-jsx');
  const { createElement } = await packageNamed<React>('react');
  const { renderToStaticMarkup } = await packageNamed<Server>('react-dom/server');
  const link = ({ slug, customLabel }: LinkToRecord) =>
    createElement('a', { href: `${slug}.md` }, customLabel ?? slug);
  const options = { overrides: { AdrLink: { component: link } } };
  const found = await adrsOf(project);
  return Promise.all(
    found.map(async ({ slug, body }) => {
      const html = renderToStaticMarkup(compiler(body.enhancedMdx, options));
      return { file: `${slug}.md`, ...(await contentOf(html)) };
    }),
  );
}

async function contentOf(html: string): Promise<Omit<Page, 'file'>> {
  const { Window } = await packageNamed<Dom>('happy-dom');
  const { document } = new Window();
  document.body.innerHTML = html;
  const elements = [...document.querySelectorAll('body *')];
  return {
    elements: [...new Set(elements.map(({ localName }) => localName))],
    links: elements.flatMap((element) => element.getAttribute('href') ?? []),
  };
}
