import type { Place } from '../../model/condition.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Line } from '../markdown/line.ts';
import type { Outline } from '../markdown/outline.ts';
import { linesOf, type Section } from '../markdown/section.ts';
import type { Context } from './containers.ts';
import { withOwners } from './owners.ts';
import { isMarked } from './read-part.ts';
import { readPattern } from './read-pattern.ts';
import { containerOf, hasContainers, idOf, isVariant, nameOf, signOf } from './roles.ts';

/** What a document says: its patterns, and the lines before the first. */
export interface Contents {
  readonly patterns: readonly Pattern[];
  readonly preamble: readonly Line[];
}

/** What is found on the way through the headings of a document. */
interface Found {
  readonly patterns: Pattern[];
  readonly preamble: { readonly paragraphs: Line[]; readonly bullets: Line[] };
  /** Containers below no name. */
  readonly ownerless: Section[];
}

/** Reads an outline; `title` is what the document is called where no heading names a pattern. */
export function readDocument(
  { head, sections }: Outline,
  title: string,
  context: Context,
): Contents {
  const found: Found = { patterns: [], preamble: { paragraphs: [], bullets: [] }, ownerless: [] };
  found.preamble.paragraphs.push(...head.paragraphs);
  for (const part of withOwners(head.children, undefined, context)) readLoose(part, found, context);
  for (const section of withOwners(sections, undefined, context)) visit(section, found, context);
  const own = ownPattern(found, title, context);
  const { paragraphs, bullets } = found.preamble;
  return { patterns: [...own, ...found.patterns], preamble: [...paragraphs, ...bullets] };
}

function visit(section: Section, found: Found, context: Context): void {
  const kind = containerOf(section, context)?.kind;
  const isTransparent = kind === 'aside' || kind === 'options' || isQuestion(section, context);
  if (kind !== undefined && !isTransparent) found.ownerless.push(section);
  else if (isTransparent || (section.depth === 1 && !opensPattern(section, context))) {
    visitTitle(section, found, context);
  } else found.patterns.push(readPattern(section, context));
}

/** `How would you split it?` is no name. */
function isQuestion(section: Section, context: Context): boolean {
  return (
    /[?？]\s*$/.test(section.line.text) &&
    !hasContainers(section, context) &&
    idOf(section, context) === undefined
  );
}

/** A title opens nothing; what stands below it may. */
function visitTitle(section: Section, found: Found, context: Context): void {
  for (const line of section.paragraphs) found.preamble.paragraphs.push(line);
  const kind = containerOf(section, context)?.kind;
  const isAside = kind === 'aside';
  for (const part of withOwners(
    section.children,
    kind === undefined ? section : undefined,
    context,
  )) {
    if (part.form === 'heading' && part.depth > 0) visitBelow(part, isAside, found, context);
    else readLoose(part, found, context);
  }
}

/** Below a heading such as "Overview" only what holds containers is a pattern. */
function visitBelow(part: Section, isAside: boolean, found: Found, context: Context): void {
  const isPlain = isAside && containerOf(part, context) === undefined && !isVariant(part, context);
  if (isPlain) leave(part, context);
  else visit(part, found, context);
}

/** A bullet or label before the first pattern, or below a title. */
function readLoose(part: Section, found: Found, context: Context): void {
  const kind = containerOf(part, context)?.kind;
  if (part.form === 'table') {
    context.leftOut.push({ text: part.line.text, why: 'table', place: part.line.place });
  } else if (kind === 'aside' || kind === 'options') leave(part, context);
  else if (kind !== undefined) found.ownerless.push(part);
  else if (hasContainers(part, context)) found.patterns.push(readPattern(part, context));
  else for (const line of linesOf([part])) found.preamble.bullets.push(line);
}

function leave(part: Section, { leftOut }: Context): void {
  for (const { text, place } of linesOf([part])) leftOut.push({ text, why: 'prose', place });
}

/** A first-level heading is the name of a pattern if something that has a sign stands right below it. */
function opensPattern(section: Section, context: Context): boolean {
  const parts = withOwners(section.children, section, context);
  const hasOwn = parts.some((part) => {
    const kind = containerOf(part, context)?.kind;
    if (kind === 'aside') return hasOwnContainers(part, context);
    return kind !== undefined && kind !== 'options' && kind !== 'examples';
  });
  if (hasOwn || parts.some((part) => isMarked(part, context))) return true;
  if (idOf(section, context) === undefined) return false;
  return parts.some(({ form }) => form === 'bullet') || hasOnlyUnknown(parts, context);
}

/** Containers right below a heading such as "Overview" are about the title. */
function hasOwnContainers(section: Section, context: Context): boolean {
  return withOwners(section.children, section, context).some((part) => {
    const kind = containerOf(part, context)?.kind;
    return kind !== undefined && signOf(kind) !== 0;
  });
}

/** Lists below names that are neither of patterns nor of containers: they are about the title, whatever they say. */
function hasOnlyUnknown(parts: readonly Section[], context: Context): boolean {
  const hasList = parts.some(({ children }) => children.some(({ form }) => form === 'bullet'));
  return hasList && !parts.some((part) => isVariant(part, context));
}

/** The pattern of which a document says everything without naming it. */
function ownPattern({ ownerless }: Found, title: string, context: Context): Pattern[] {
  const [first] = ownerless;
  const isTelling = ownerless.some((section) => {
    const kind = containerOf(section, context)?.kind;
    return kind !== 'examples' && kind !== 'types' && kind !== 'use-cases' && kind !== 'requires';
  });
  if (first === undefined || !isTelling) {
    for (const section of ownerless) leave(section, context);
    return [];
  }
  const { file, line }: Place = first.line.place;
  const place = { file, line, column: 1 };
  const name: Line = { text: title, markers: [], sources: [], place };
  const section: Section = {
    form: 'heading',
    depth: 1,
    line: name,
    paragraphs: [],
    children: ownerless,
  };
  return [{ ...readPattern(section, context), name: nameOf(section) }];
}
