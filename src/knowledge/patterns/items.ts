import { inlineItems } from '../markdown/inline-list.ts';
import { type Line, reworded } from '../markdown/line.ts';
import { linesOf, type Section } from '../markdown/section.ts';
import type { Context } from './containers.ts';
import { nameOf } from './roles.ts';

/**
 * The items of a container, at whatever depth: those behind its colon; its bullets with what stands below them; and its
 * paragraphs, unless they lead into a list. `leadsIn` is called for each line that does.
 */
export function itemsIn(section: Section, context: Context, leadsIn: (line: Line) => void): Line[] {
  const { line, paragraphs, children } = section;
  const isList = children.some(({ form }) => form !== 'heading');
  const prose = isList ? [] : paragraphs;
  if (isList) paragraphs.forEach(leadsIn);
  return [
    ...(section.form === 'heading' ? [] : behindColon(line)),
    ...prose,
    ...children.flatMap((child) => itemsOf(child, context, leadsIn)),
  ];
}

/** `Cons: slow, dear` has two items. A condition belongs to all of the line. */
function behindColon(line: Line): Line[] {
  const rest = line.rest ?? line.asLabel?.rest ?? '';
  if (rest === '') return [];
  const items = line.condition ? [rest] : inlineItems(rest);
  return items.map((text) => reworded(line, text));
}

function itemsOf(section: Section, context: Context, leadsIn: (line: Line) => void): Line[] {
  const { form, line, paragraphs, children } = section;
  if (form === 'bullet') return linesOf([section]).filter(({ text }) => text !== '');
  if (form === 'label') {
    leadsIn(line);
    return itemsIn({ ...section, line: reworded(line, '') }, context, leadsIn);
  }
  const below = itemsIn({ ...section, line: reworded(line, ''), paragraphs: [] }, context, leadsIn);
  if (below.length === 0) return [withText(section, paragraphs)];
  paragraphs.forEach(leadsIn);
  const name = nameOf(section);
  const isQuality = context.effects.qualitiesOf(name).length > 0;
  return isQuality ? below.map((item) => labelledWith(name, item)) : below;
}

/** A heading in a container is an item, and the paragraph below it says the rest. */
function withText(section: Section, [first]: readonly Line[]): Line {
  const name = nameOf(section);
  if (first === undefined) return reworded(section.line, name);
  const { sources, markers } = first;
  return { ...reworded(section.line, `${name}: ${first.text}`), sources, markers };
}

function labelledWith(name: string, item: Line): Line {
  return item.label === undefined ? reworded(item, `${name}: ${item.text}`) : item;
}
