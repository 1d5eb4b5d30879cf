import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml']);

/** Markdown to its syntax tree, with front matter and footnotes. Every text is legal Markdown, so it never fails. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
