import type { RootContent } from 'mdast';
import { heading } from '../markdown/markdown.ts';

/** A part of the document with its heading; nothing if it has no content. */
export function section(title: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, title), ...content];
}
