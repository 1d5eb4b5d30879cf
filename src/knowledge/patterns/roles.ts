import { cleanName } from '../markdown/clean-name.ts';
import { type Mark, takeMark } from '../markdown/marks.ts';
import type { Section } from '../markdown/section.ts';
import type { ContainerKind } from '../read/reading.ts';
import { type Context, standings } from './containers.ts';
import type { ContainerName } from './parse-container-name.ts';

/** Containers that say nothing about the pattern they stand below, or only by what their items say. */
const OPEN: ReadonlySet<ContainerKind> = new Set(['aside', 'options', 'examples']);

/** In a bullet with words after its colon, these are not containers: `Security: everything is encrypted`. */
const NEVER_INLINE: ReadonlySet<ContainerKind> = new Set(['aside', 'options', 'mixed']);

/** The container that a section opens, by its whole text or by its label: `Use when: the load comes in bursts`. */
export function containerOf(section: Section, context: Context): ContainerName | undefined {
  const { containerOfSection: known } = context;
  if (known.has(section)) return known.get(section);
  const found = findContainer(section, context);
  known.set(section, found);
  return found;
}

function findContainer(section: Section, context: Context): ContainerName | undefined {
  if (section.form === 'table' || section.isUnclear) return undefined;
  const found = isInline(section, context)
    ? inlineContainer(section, context)
    : wholeContainer(section, context);
  return found && isContradicted(section, found.kind) ? undefined : found;
}

/** No name of a pattern has more characters. */
const LONGEST_NAME = 60;

/** Items stand behind the colon, and not the name of a pattern as in `Disadvantages: cache`. */
function isInline({ form, line: { rest, asLabel } }: Section, { names }: Context): boolean {
  const words = rest ?? asLabel?.rest ?? '';
  if (form === 'heading' || words === '') return false;
  return words.length > LONGEST_NAME || names.resolveTitle(words) === undefined;
}

function wholeContainer(section: Section, context: Context): ContainerName | undefined {
  const { form, line } = section;
  return form === 'bullet' ? bulletContainer(section, context) : named(line.text, context);
}

function named(text: string, { containers, names }: Context): ContainerName | undefined {
  return containers.find(text, (name) => names.resolveTitle(name) !== undefined);
}

/** A bullet with nothing below it is a container only by a known name, as any sentence could fit a looser one. */
function bulletContainer(section: Section, context: Context): ContainerName | undefined {
  if (section.children.length > 0) return named(section.line.text, context);
  const kind = context.containers.findExact(section.line.text);
  return kind && { kind };
}

function inlineContainer({ line }: Section, context: Context): ContainerName | undefined {
  const { label, rest } = line.label === undefined ? (line.asLabel ?? {}) : line;
  if (label === undefined || rest === undefined) return undefined;
  if (context.effects.qualitiesOf(label).length > 0) return undefined;
  const found = named(label, context);
  return found && !NEVER_INLINE.has(found.kind) ? found : undefined;
}

/** `❌ Advantages` says two things. */
function isContradicted({ line }: Section, kind: ContainerKind): boolean {
  const mark = line.mark ?? takeMark(line.text)?.mark ?? 0;
  return mark !== 0 && signOf(kind) === -mark;
}

/** The sign of the items of a container: that of its claims, or for and against using the pattern; 0 for neither. */
export function signOf(kind: ContainerKind): Mark {
  if (kind === 'use-when') return 1;
  return kind === 'avoid-when' ? -1 : (standings[kind]?.sign ?? 0);
}

/** The name that a section gives to what stands below it, as people say it. */
export function nameOf({ line, form }: Section): string {
  if (form === 'bullet') return line.text.replace(/[:：]$/, '');
  return cleanName(line.text);
}

/** The id of the alternative that a section names. */
export function idOf(section: Section, { names }: Context): string | undefined {
  const { form, line } = section;
  if (form !== 'bullet') return names.resolveTitle(nameOf(section));
  return (
    names.resolveWhole(line.label ?? line.asLabel?.label ?? nameOf(section)) ??
    names.resolveWhole(nameOf(section))
  );
}

/** It holds containers of its own, or is the known name of something with a word about it. */
export function isVariant(section: Section, context: Context): boolean {
  if (section.form === 'table') return false;
  if (hasContainers(section, context)) return true;
  if (idOf(section, context) === undefined) return false;
  const { form, line, children, paragraphs } = section;
  return (
    form !== 'bullet' ||
    children.length + paragraphs.length > 0 ||
    Boolean(line.rest ?? line.asLabel)
  );
}

/** Containers stand below it, directly or below a heading in it. */
export function hasContainers(section: Section, context: Context): boolean {
  return section.children.some((child) => {
    const kind = containerOf(child, context)?.kind;
    if (kind !== undefined && !OPEN.has(kind)) return true;
    return child.form === 'heading' && kind !== 'options' && hasContainers(child, context);
  });
}
