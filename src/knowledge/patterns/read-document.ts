import type { Pattern } from '../../model/pattern.ts';
import { type Line, reworded } from '../markdown/line.ts';
import type { Outline } from '../markdown/outline.ts';
import { linesOf, type Section } from '../markdown/section.ts';
import type { ContainerKind } from '../read/reading.ts';
import type { Context } from './containers.ts';
import { withOwners } from './owners.ts';
import { readPattern } from './read-pattern.ts';
import { containerOf, idOf, isVariant, nameOf, signOf } from './roles.ts';
import { hasSigns, isMarked, signedBelow } from './signs.ts';

/** What a document says: its patterns, and the lines before the first. */
export interface Contents {
  readonly patterns: readonly Pattern[];
  readonly preamble: readonly Line[];
}

/** What is found on the way through the headings of a document. */
interface Found {
  readonly context: Context;
  readonly patterns: Pattern[];
  readonly paragraphs: Line[];
  readonly bullets: Line[];
  /** Containers below no name. */
  readonly ownerless: Section[];
}

/** Reads an outline; `title` is what the document is called where no heading names a pattern. */
export function readDocument(
  { head, sections }: Outline,
  title: string,
  context: Context,
): Contents {
  const found: Found = { context, patterns: [], paragraphs: [], bullets: [], ownerless: [] };
  for (const line of head.paragraphs) found.paragraphs.push(line);
  for (const part of withOwners(head.children, undefined, context)) readLoose(part, found);
  for (const section of withOwners(sections, undefined, context)) visit(section, found);
  return {
    patterns: [...ownPattern(found, title), ...found.patterns],
    preamble: [...found.paragraphs, ...found.bullets],
  };
}

/** Containers that say nothing about the pattern around them. */
const SILENT: ReadonlySet<ContainerKind> = new Set(['aside', 'options']);

/** A heading is a pattern, a container without one, or a title above other things. */
function visit(section: Section, found: Found): void {
  const { context, patterns, ownerless } = found;
  const container = containerOf(section, context);
  const isAside = container !== undefined && SILENT.has(container.kind);
  if (isAside && container.of !== undefined && hasSigns(section, context)) {
    patterns.push(readPattern({ ...section, line: reworded(section.line, container.of) }, context));
  } else if (container && !isAside && !isFamily(section, container.kind, context)) {
    ownerless.push(section);
  } else if (isAside || isTitle(section, context)) visitTitle(section, found);
  else patterns.push(readPattern(section, context));
}

/** `Kinds of queue` above patterns is the name of what they have in common. */
function isFamily(section: Section, kind: ContainerKind, context: Context): boolean {
  return WEAK.has(kind) && hasSigns(section, context);
}

/** A first-level heading without anything right below it, a question, or what may carry a sign. */
function isTitle(section: Section, context: Context): boolean {
  if (section.depth === 1) return !opensPattern(section, context);
  if (idOf(section, context) !== undefined || hasSigns(section, context)) return false;
  return /[?？]\s*$/.test(section.line.text) || isUnclear(section, context);
}

/** `Problems with sagas that went away`: it is unclear what the list below it says. */
function isUnclear({ line, children }: Section, context: Context): boolean {
  const list = children.filter(({ form }) => form !== 'heading');
  if (list.length === 0 || !context.containers.isTelling(line.text)) return false;
  report(line, linesOf(list).length, context);
  return true;
}

function report({ text: name, place }: Line, lines: number, { unread }: Context): void {
  unread.push({ name, place, kind: 'list', lines });
}

/** A title opens nothing; what stands below it may. */
function visitTitle(section: Section, found: Found): void {
  const { context, paragraphs } = found;
  for (const line of section.paragraphs) paragraphs.push(line);
  const kind = containerOf(section, context)?.kind;
  for (const part of withOwners(section.children, kind ? undefined : section, context)) {
    visitBelow(part, kind === 'aside', found);
  }
}

function visitBelow(part: Section, isAside: boolean, found: Found): void {
  const { context } = found;
  if (part.form !== 'heading' || part.depth === 0) readLoose(part, found);
  else if (isAside && isPlain(part, context)) leave(part, context);
  else visit(part, found);
}

/** Below a heading such as "Overview" only what has signs is a pattern. */
function isPlain(part: Section, context: Context): boolean {
  if (containerOf(part, context) !== undefined) return false;
  return !isVariant(part, context) && !hasSigns(part, context);
}

/** A bullet, label or table before the first pattern, or below a title. */
function readLoose(part: Section, found: Found): void {
  const { context, ownerless } = found;
  const kind = containerOf(part, context)?.kind;
  if (part.isUnclear) report(part.line, part.paragraphs.length, context);
  else if (part.form === 'table') leaveTable(part.line, context);
  else if (kind === undefined) readSigned(part, found);
  else if (SILENT.has(kind)) leave(part, context);
  else ownerless.push(part);
}

/** What says its signs by itself is a pattern; anything else stands before the first. */
function readSigned(part: Section, { context, patterns, bullets }: Found): void {
  const signed = signedBelow(part, context);
  for (const each of signed) patterns.push(readPattern(each, context));
  if (signed.length === 0) for (const line of linesOf([part])) bullets.push(line);
}

function leaveTable({ text, place }: Line, { leftOut }: Context): void {
  leftOut.push({ text, why: 'table', place });
}

function leave(part: Section, { leftOut }: Context): void {
  for (const { text, place } of linesOf([part])) leftOut.push({ text, why: 'prose', place });
}

/** A first-level heading is the name of a pattern if something that has a sign stands right below it. */
function opensPattern(section: Section, context: Context): boolean {
  const parts = withOwners(section.children, section, context);
  if (parts.some((part) => isMarked(part, context) || isAboutTitle(part, context))) return true;
  if (idOf(section, context) === undefined) return false;
  return !parts.some((part) => isVariant(part, context)) && parts.some(isList);
}

/** A container; those below a heading such as "Overview" are about the title as well. */
function isAboutTitle(part: Section, context: Context): boolean {
  const kind = containerOf(part, context)?.kind;
  if (kind !== 'aside') return kind !== undefined && kind !== 'options' && !WEAK.has(kind);
  return withOwners(part.children, part, context).some((child) => {
    const inner = containerOf(child, context)?.kind;
    return inner !== undefined && signOf(inner) !== 0;
  });
}

/** A bullet, or a list below a name that is neither of a pattern nor of a container. */
function isList({ form, children }: Section): boolean {
  return form === 'bullet' || children.some((child) => child.form === 'bullet');
}

/** Containers that make no pattern of a document by themselves. */
const WEAK: ReadonlySet<ContainerKind> = new Set(['examples', 'types', 'use-cases', 'requires']);

/** The pattern of which a document says everything without naming it. */
function ownPattern({ ownerless, context }: Found, title: string): Pattern[] {
  const [first] = ownerless;
  const isTelling = ownerless.some((section) => {
    const kind = containerOf(section, context)?.kind;
    return kind !== undefined && !WEAK.has(kind);
  });
  if (first === undefined || !isTelling) {
    for (const section of ownerless) leave(section, context);
    return [];
  }
  const { file, line } = first.line.place;
  const name: Line = { text: title, markers: [], sources: [], place: { file, line, column: 1 } };
  const section: Section = {
    form: 'heading',
    depth: 1,
    line: name,
    paragraphs: [],
    children: ownerless,
  };
  return [{ ...readPattern(section, context), name: nameOf(section) }];
}
