import type { LeftOut } from '../../model/reading.ts';
import type { ContainerNames } from '../patterns/container-names.ts';
import type { EffectFinder } from '../patterns/effects.ts';
import type { NameIndex } from '../patterns/names.ts';
import type { TextFile } from '../read/text-file.ts';
import type { Line } from './line.ts';
import type { Mark } from './marks.ts';

/** A heading, bullet or label with what stands under it. */
export interface Section extends Body {
  /** A label is a paragraph, summary or cell of a table above what it names; a table has its first cells as bullets. */
  readonly form: 'heading' | 'bullet' | 'label' | 'table';
  /** The level of a heading, 1 to 6; 0 for bullets and labels. */
  readonly depth: number;
  readonly line: Line;
  /** It is unclear how far it reaches. */
  readonly isUnclear?: true;
}

export interface Body {
  /** A bullet has its own among the children. */
  readonly paragraphs: readonly Line[];
  /** Labels and bullets in their order, then the headings below. */
  readonly children: readonly Section[];
}

/** The words a document is read with. */
export interface Vocabulary {
  readonly names: NameIndex;
  readonly effects: EffectFinder;
  readonly containers: ContainerNames;
  readonly openings: readonly Opening[];
}

/** Words, in lower case, that an item begins with and that say its sign: `good, because`. */
export interface Opening {
  readonly words: string;
  readonly mark: Mark;
}

/** What it takes to read a document; `leftOut` grows. */
export interface Reading extends Vocabulary {
  readonly source: TextFile;
  readonly leftOut: LeftOut[];
}

export function bullet(line: Line, children: readonly Section[] = []): Section {
  return { form: 'bullet', depth: 0, line, paragraphs: [], children };
}

export function label(
  line: Line,
  children: readonly Section[],
  paragraphs: readonly Line[] = [],
): Section {
  return { form: 'label', depth: 0, line, paragraphs, children };
}

/** All lines of some sections, in the order of the document. */
export function linesOf(sections: readonly Section[]): Line[] {
  return sections.flatMap(({ line, paragraphs, children }) => [
    line,
    ...paragraphs,
    ...linesOf(children),
  ]);
}
