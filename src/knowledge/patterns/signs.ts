import { type Line, reworded } from '../markdown/line.ts';
import type { Section } from '../markdown/section.ts';
import type { Context } from './containers.ts';
import { hasContainers } from './roles.ts';

/** A bullet that says its sign by itself. */
export function isMarked({ form, line }: Section, context: Context): boolean {
  return form === 'bullet' && withOpening(line, context).mark !== undefined;
}

/** `Good, because it is fast` is marked by its first words. */
export function withOpening(line: Line, { openings }: Context): Line {
  if (line.mark !== undefined) return line;
  const text = line.text.toLowerCase();
  for (const { words, mark } of openings) {
    if (!text.startsWith(words)) continue;
    const rest = line.text.slice(words.length).trim();
    if (rest !== '') return { ...reworded(line, rest), mark };
  }
  return line;
}

/** Bullets right below it have marks. */
export function hasMarksIn({ children }: Section, context: Context): boolean {
  return children.some((child) => isMarked(child, context));
}

/** The topmost sections, of this one and what stands below it, right below which are containers or marks. */
export function signedBelow(section: Section, context: Context): Section[] {
  if (hasContainers(section, context) || hasMarksIn(section, context)) return [section];
  return section.children.flatMap((child) => signedBelow(child, context));
}

/** Containers or marks stand somewhere below it. */
export function hasSigns(section: Section, context: Context): boolean {
  return signedBelow(section, context).length > 0;
}
