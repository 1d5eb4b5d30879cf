import type { Line } from './line.ts';
import type { Bullet, Section } from './outline.ts';

/** A heading or a bullet with what stands under it. */
export interface Block {
  readonly form: 'heading' | 'bullet';
  readonly line: Line;
  readonly paragraphs: readonly Line[];
  readonly children: readonly Block[];
}

export function blockOf(section: Section): Block {
  const { line, paragraphs, bullets, sections } = section;
  const children = [...bullets.map(blockOfBullet), ...sections.map(blockOf)];
  return { form: 'heading', line, paragraphs, children };
}

export function blockOfBullet({ line, children }: Bullet): Block {
  return { form: 'bullet', line, paragraphs: [], children: children.map(blockOfBullet) };
}

/** All lines of some blocks, in the order of the document. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap(({ line, paragraphs, children }) => [
    line,
    ...paragraphs,
    ...linesOf(children),
  ]);
}
