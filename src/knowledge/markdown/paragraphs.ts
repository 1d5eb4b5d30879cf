import type { Paragraph, PhrasingContent } from 'mdast';
import { fold, placeOf, textOf } from '../read/text-file.ts';
import type { Line } from './line.ts';
import { bullet, label, type Reading, type Section } from './section.ts';
import { segmentsOf } from './segments.ts';

/** A part of a paragraph. A container has a known name; a label may be the name of something; a name is that of a pattern. */
export interface ParagraphPart {
  readonly kind: 'container' | 'label' | 'name' | 'text';
  readonly section: Line | Section;
  /** Nothing stands behind the label. */
  readonly isEmpty: boolean;
  /** Neither bold nor followed by a colon: other labels of that kind look like prose. */
  readonly isPlain?: true;
}

/** A label is no longer. */
const LONGEST_LABEL = 100;

/** The parts of a paragraph: prose, and the labels in it. */
export function paragraphParts(paragraph: Paragraph, reading: Reading): ParagraphPart[] {
  const segments = segmentsOf(paragraph.children, placeOf(paragraph, reading.source), reading);
  return segments.map(({ line, isContainer, isItem, items }): ParagraphPart => {
    if (isContainer) {
      const section = label(
        line,
        items.map((item) => bullet(item)),
      );
      return { kind: 'container', section, isEmpty: !line.rest && items.length === 0 };
    }
    if (isItem) return { kind: 'text', section: bullet(line), isEmpty: false };
    const kind = kindOf(line, paragraph, reading);
    const isPlain = !isEmphasised(paragraph.children) && !/[:：]$/.test(line.text);
    return { kind, section: line, isEmpty: kind === 'container', ...(isPlain && { isPlain }) };
  });
}

function kindOf(
  line: Line,
  paragraph: Paragraph,
  { names, containers }: Reading,
): ParagraphPart['kind'] {
  if (line.text.length > LONGEST_LABEL) return /[:：]$/.test(line.text) ? 'label' : 'text';
  const found = containers.find(line.text, (name) => names.resolveTitle(name) !== undefined);
  const isQuestion = /[?？]$/.test(line.text);
  const isName = isQuestion
    ? found !== undefined && found.kind !== 'aside'
    : containers.findExact(line.text) !== undefined;
  if (isName) return 'container';
  const isBold = isEmphasised(paragraph.children);
  if (isBold && names.resolve(line.text) !== undefined) return 'name';
  return isBold || /[:：]$/.test(line.text) ? 'label' : 'text';
}

/** All of it is bold or in italics, but for pictures and punctuation. */
function isEmphasised(content: readonly PhrasingContent[]): boolean {
  const telling = content.filter((node) => /[\p{L}\p{N}]/u.test(textOf(node)));
  const [only] = telling;
  return telling.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis');
}

/** Nothing but pictures, such as badges. */
export function isPicture({ children }: Paragraph): boolean {
  return children.some(hasImage) && fold(children.map(textOf).join('')) === '';
}

function hasImage(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  return 'children' in node && node.children.some(hasImage);
}
