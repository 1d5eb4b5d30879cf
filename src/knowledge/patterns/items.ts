import { cleanName } from '../markdown/clean-name.ts';
import { inlineItems } from '../markdown/inline-list.ts';
import { type Line, reworded } from '../markdown/line.ts';
import { linesOf, type Section } from '../markdown/section.ts';
import type { Context } from './containers.ts';
import { nameOf } from './roles.ts';

/** A container whose items are looked for. */
export interface Container {
  readonly context: Context;
  /** Called for each line that introduces a list and is not an item. */
  readonly leadsIn: (line: Line) => void;
  /** Reads a section in it that is not an item; false if it is one. */
  readonly readOther: (section: Section) => boolean;
}

/**
 * The items of a container, at whatever depth: those behind its colon; its bullets with what stands below them; and its
 * paragraphs, unless they lead into a list.
 */
export function itemsIn(section: Section, container: Container): Line[] {
  const { line, form, paragraphs, children } = section;
  const isList = children.some((child) => child.form !== 'heading');
  if (isList) paragraphs.forEach(container.leadsIn);
  return [
    ...(form === 'heading' ? [] : behindColon(line)),
    ...(isList ? [] : paragraphs),
    ...children.flatMap((child) => itemsOf(child, container)),
  ];
}

/** `Cons: slow, costly` has two items. A condition belongs to all of the line. */
function behindColon(line: Line): Line[] {
  const rest = line.rest ?? line.asLabel?.rest ?? '';
  if (rest === '') return [];
  const items = line.condition ? [rest] : inlineItems(rest);
  return items.map((text) => reworded(line, text));
}

function itemsOf(section: Section, container: Container): Line[] {
  const { form, line } = section;
  if (container.readOther(section)) return [];
  if (form === 'bullet') return linesOf([section]).filter(({ text }) => text !== '');
  if (form === 'heading' || isName(line.text)) return belowName(section, container);
  container.leadsIn(line);
  return itemsIn({ ...section, line: reworded(line, '') }, container);
}

const MOST_WORDS = 4;

/** A label of a few words names something, and does not lead into a list. */
function isName(text: string): boolean {
  return cleanName(text).split(/\s+/).length <= MOST_WORDS;
}

/** A heading or label in a container names a quality, or is an item by itself, of which what stands below says the rest. */
function belowName(section: Section, container: Container): Line[] {
  const { line, paragraphs } = section;
  const below = itemsIn({ ...section, line: reworded(line, ''), paragraphs: [] }, container);
  if (below.length === 0) return [withText(section, paragraphs)];
  paragraphs.forEach(container.leadsIn);
  const name = nameOf(section);
  const isQuality = container.context.effects.qualitiesOf(name).length > 0;
  if (isQuality) return below.map((item) => labelledWith(name, item));
  return [reworded(line, name), ...below];
}

function withText(section: Section, [first]: readonly Line[]): Line {
  const name = nameOf(section);
  if (first === undefined) return reworded(section.line, name);
  const { sources, markers } = first;
  return { ...reworded(section.line, `${name}: ${first.text}`), sources, markers };
}

function labelledWith(name: string, item: Line): Line {
  return item.label === undefined ? reworded(item, `${name}: ${item.text}`) : item;
}
