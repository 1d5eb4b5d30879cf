import type { Root } from 'mdast';
import type { Source } from '../../model/knowledge.ts';
import { fold, placeOf, textOf } from '../read/text-file.ts';
import { bodyOf, firstHeading, sectionsOf } from './body.ts';
import { withoutHtml } from './html.ts';
import type { Named } from './line.ts';
import type { Body, Reading, Section } from './section.ts';

/** A Markdown document as headings, labels and bullets: what it says, before what it means. */
export interface Outline {
  readonly frontMatter?: Named;
  /** What stands before the first heading. */
  readonly head: Body;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Source[];
}

/** Reads the tree into an outline: deeper headings stand below higher ones. */
export function outline(root: Root, reading: Reading): Outline {
  const { source } = reading;
  const yaml = root.children.find((node) => node.type === 'yaml');
  const blocks = withoutHtml(root.children, source);
  const start = firstHeading(blocks);
  return {
    ...(yaml && { frontMatter: { name: yaml.value, place: placeOf(yaml, source) } }),
    head: bodyOf(blocks.slice(0, start), reading),
    sections: sectionsOf(blocks.slice(start), reading),
    footnotes: root.children
      .filter((node) => node.type === 'footnoteDefinition')
      .map((node) => ({
        id: node.identifier,
        text: fold(textOf(node)),
        place: placeOf(node, source),
      })),
  };
}
