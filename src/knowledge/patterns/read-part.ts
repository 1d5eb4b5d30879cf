import { once } from '../../common/lazy.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { LeftOut } from '../../model/reading.ts';
import { type Line, reworded } from '../markdown/line.ts';
import { linesOf, type Section } from '../markdown/section.ts';
import type { ContainerKind } from '../read/reading.ts';
import { claimOf, proseOf, type Standing } from './claims.ts';
import { type Context, type Draft, type ReadKind, readers, type Unread } from './containers.ts';
import { itemsIn } from './items.ts';
import { withOwners } from './owners.ts';
import { containerOf, hasContainers, idOf, isVariant, signOf } from './roles.ts';
import { hasMarksIn, isMarked, signedBelow, withOpening } from './signs.ts';

/** A pattern while its parts are read. */
export interface State {
  readonly pattern: Draft;
  readonly context: Context;
  /** Reads a section as a pattern of its own. */
  readonly readPattern: (section: Section, context: Context) => Pattern;
  /** It is known, or something stands there that has a sign: then a list without one is an error. */
  readonly hasSigns: () => boolean;
  /** Items have marks, so that those without one have no sign. */
  readonly hasMarks: boolean;
  /** Its benefits stand in a container, so that other items are none, unless they name a quality. */
  readonly statesBenefits: boolean;
}

/** A pattern before its parts are read. */
export interface Beginning extends Pick<State, 'pattern' | 'context' | 'readPattern'> {
  /** It is the title of its document, and has containers: bullets right below it say other things about the document. */
  readonly isTitle: boolean;
}

/** Adds what stands under the heading or bullet of a pattern to it. */
export function readParts(
  parts: readonly Section[],
  { pattern, context, readPattern, isTitle }: Beginning,
): void {
  const kinds = parts.map((part) => containerOf(part, context)?.kind);
  const state: State = {
    pattern,
    context,
    readPattern,
    hasSigns: once(
      () =>
        pattern.known ||
        kinds.some((kind) => kind !== undefined && !SILENT.has(kind)) ||
        parts.some(({ form, line }) => form === 'bullet' && hasEffect(line, context)),
    ),
    hasMarks: parts.some((part, index) => kinds[index] === undefined && isMarked(part, context)),
    statesBenefits: isTitle || kinds.includes('benefits'),
  };
  for (const part of parts) readPart(part, state);
}

const SILENT: ReadonlySet<ContainerKind> = new Set(['aside', 'examples']);

/** A first-level item is a benefit, unless a phrase in it says otherwise. */
const FIRST_LEVEL: Standing = { sign: 1, isStrict: false };
const MARKED = { 1: { sign: 1, isStrict: true }, [-1]: { sign: -1, isStrict: true } } as const;

function readPart(part: Section, state: State): void {
  const { pattern, context, readPattern } = state;
  const container = containerOf(part, context);
  if (part.form === 'table') leave([part.line], 'table', context);
  else if (part.isUnclear) report(part.line, { kind: 'list', lines: part.paragraphs }, context);
  else if (container) readContainer(part, container.kind, state);
  else if (isVariant(part, context)) pattern.variants.push(readPattern(part, context));
  else if (part.form === 'bullet') readBullet(part, state);
  else if (part.children.some((child) => isMarked(child, context))) readMixed(part, state);
  else readUnknown(part, state);
}

function readContainer(section: Section, kind: ContainerKind, state: State): void {
  if (kind === 'aside') readAside(section, state);
  else if (kind === 'mixed') readMixed(section, state);
  else if (kind === 'options') readOptions(section, state);
  else readItems(section, kind, state);
}

/** Each heading there names a pattern. */
function readOptions(section: Section, state: State): void {
  const { context, pattern, readPattern } = state;
  for (const part of withOwners(section.children, undefined, context)) {
    const isPattern = part.form === 'heading' && !isContainer(part, context);
    if (isPattern) pattern.variants.push(readPattern(part, context));
    else readPart(part, state);
  }
}

/** It contains no claims itself, but may be about patterns that have claims. */
function readAside(section: Section, state: State): void {
  const { pattern, context, readPattern } = state;
  for (const part of withOwners(section.children, section, context)) {
    const kind = containerOf(part, context)?.kind;
    const isOther = part.form !== 'bullet' && hasContainers(part, context);
    if (kind !== undefined && signOf(kind) !== 0) readPart(part, state);
    else if (isOther) pattern.variants.push(readPattern(part, context));
    else leave(linesOf([part]), 'prose', context);
  }
}

function readItems(section: Section, kind: ReadKind, state: State): void {
  const { context } = state;
  const children = withOwners(section.children, section, context);
  const named = section.form === 'heading' ? containerOf(section, context)?.item : undefined;
  if (named !== undefined) readItem(reworded(section.line, named), kind, state);
  const behind = new Set(children[0]?.form === 'bullet' ? children : []);
  const items = itemsIn(
    { ...section, children },
    {
      context,
      leadsIn: (line) => leave([line], 'lead-in', context),
      readOther: (part) => readOther(part, { kind, isBehind: behind.has(part) }, state),
    },
  );
  for (const line of items) readItem(line, kind, state);
}

interface Around {
  readonly kind: ReadKind;
  /** Items stand before it, so that a label begins something else. */
  readonly isBehind: boolean;
}

/** Reads what stands in a container and has a sign of its own, or may have one. */
function readOther(section: Section, { kind, isBehind }: Around, state: State): boolean {
  const { context } = state;
  const { form, line } = section;
  if (form === 'table') return readTable(section, kind, state);
  const isPattern = hasContainers(section, context) && isPatternIn(section, kind, context);
  const isLabel =
    form === 'label' && isBehind && context.effects.qualitiesOf(line.text).length === 0;
  if (isPattern || opensList(section, context)) readPart(section, state);
  else if (isLabel || (form !== 'bullet' && context.containers.mayTurn(line.text, kind))) {
    report(line, { kind: 'list', lines: linesOf([section]) }, context);
  } else return false;
  return true;
}

/** The first cells of a table are situations; what the other cells are is unclear, so nothing in it scores. */
function readTable(section: Section, kind: ReadKind, state: State): boolean {
  if (kind !== 'use-when' && kind !== 'avoid-when') leave([section.line], 'table', state.context);
  else for (const { line } of section.children) readItem(line, kind, state);
  return true;
}

const STRICT: ReadonlySet<ContainerKind> = new Set([
  'benefits',
  'disadvantages',
  'use-when',
  'avoid-when',
]);

/** Below Advantages a name with containers of its own is an item with more about it, unless it is a known one. */
function isPatternIn(section: Section, kind: ReadKind, context: Context): boolean {
  const isHeading = section.form === 'heading' && section.depth > 0;
  return !isHeading || !STRICT.has(kind) || idOf(section, context) !== undefined;
}

/** A container with a list of its own, and not an item such as `Risks: fewer`. */
function opensList(section: Section, context: Context): boolean {
  if (!isContainer(section, context)) return false;
  return section.form !== 'bullet' || (section.children.length > 0 && !section.line.rest);
}

/** An item of which its mark and its container say the same. */
function readItem(written: Line, kind: ReadKind, { pattern, context }: State): void {
  const line = withOpening(written, context);
  const sign = signOf(kind);
  if (sign !== 0 && context.names.resolveWhole(line.text) !== undefined)
    leave([line], 'no-sign', context);
  else if (line.mark === undefined || line.mark === sign || sign === 0)
    readers[kind](line, pattern, context);
  else if (line.mark === 0) leave([line], 'no-sign', context);
  else if (kind === 'trade-offs') readers.benefits(line, pattern, context);
  else report(line, { kind: 'item with two signs', lines: [line] }, context);
}

/** Each item has a sign of its own, or stands in a container in it. */
function readMixed(section: Section, state: State): void {
  const { pattern, context } = state;
  for (const line of section.paragraphs) pattern.others.push(proseOf(line));
  const children = withOwners(section.children, section, context);
  const items = children.filter((child) => !hasOwnSigns(child, context));
  const isSigned = items.some((item) => isMarked(item, context));
  const list = isSigned ? [] : items.filter(({ form }) => form === 'bullet');
  const unread = new Set(list);
  if (list.length > 0) report(section.line, { kind: 'list', lines: linesOf(list) }, context);
  for (const child of children.filter((each) => !unread.has(each))) readSigned(child, state);
}

/** It says by itself what the signs below it are. */
function hasOwnSigns(section: Section, context: Context): boolean {
  return (
    isContainer(section, context) || isVariant(section, context) || hasMarksIn(section, context)
  );
}

function readSigned(section: Section, state: State): void {
  const { pattern, context, readPattern } = state;
  const isPattern = section.form === 'heading' && hasMarksIn(section, context);
  if (isPattern) pattern.variants.push(readPattern(section, context));
  else if (hasOwnSigns(section, context)) readPart(section, state);
  else readMarked(section, state);
}

function readMarked(section: Section, { pattern, context }: State): void {
  const line = withOpening(section.line, context);
  if (line.mark === undefined) {
    report(line, { kind: 'item without sign', lines: linesOf([section]) }, context);
  } else if (line.mark === 0) leave([line], 'no-sign', context);
  else {
    for (const each of [line, ...linesOf(section.children)]) {
      pattern.claims.push(claimOf(each, MARKED[line.mark], context.effects));
    }
  }
}

function readBullet(section: Section, state: State): void {
  const { context, hasMarks } = state;
  const { line, children } = section;
  if (line.text === '') for (const child of children) readPart(child, state);
  else if (mayCarrySign(section, context)) {
    report(line, { kind: 'list', lines: linesOf([section]) }, context);
  } else if (hasMarksIn(section, context)) readMixed(section, state);
  else if (hasMarks) readMarked(section, state);
  else readFirstLevel(section, state);
}

/** A first-level item without a mark: a benefit, unless something speaks against that. */
function readFirstLevel(section: Section, state: State): void {
  const { pattern, context } = state;
  const lines = linesOf([section]);
  if (section.children.length > 0 && !hasEffect(section.line, context)) readUnknown(section, state);
  else if (isNoClaim(section, state)) leave(lines, 'no-sign', context);
  else if (!isClaim(section, context)) readUnknown(section, state);
  else {
    for (const line of lines) pattern.claims.push(claimOf(line, FIRST_LEVEL, context.effects));
  }
}

/** `Advantages lost: isolation` */
function mayCarrySign({ line, children }: Section, { containers, effects }: Context): boolean {
  const name = children.length > 0 ? line.text : line.label;
  if (name === undefined || effects.qualitiesOf(name).length > 0) return false;
  return containers.isTelling(name);
}

/** What stands where nothing has a sign, a question, metadata, or what stands beside benefits that have a container of their own. */
function isNoClaim({ line }: Section, { context, statesBenefits, hasSigns }: State): boolean {
  const { containers } = context;
  const mayBeAgainst = line.label === undefined && containers.isWary(line.text);
  if (!hasEffect(line, context) && (mayBeAgainst || !hasSigns())) return true;
  const isAbout = line.label !== undefined && containers.isMetadata(line.label);
  return isAbout || /[?？]$/.test(line.text) || (statesBenefits && !isTelling(line, context));
}

/** A bullet with nothing below it, or with an effect of its own: then what stands below continues it. */
function isClaim({ line, children }: Section, context: Context): boolean {
  if (children.length > 0) return hasEffect(line, context);
  return context.names.resolveWhole(line.text) === undefined;
}

/** Its label names a quality. */
function isTelling({ label, asLabel }: Line, { effects }: Context): boolean {
  return effects.qualitiesOf(label ?? asLabel?.label ?? '').length > 0;
}

function hasEffect(line: Line, { effects }: Context): boolean {
  return claimOf(line, FIRST_LEVEL, effects).effects.length > 0;
}

/** A list below a name that may carry a sign is an error; prose is none. */
function readUnknown(section: Section, state: State): void {
  const { pattern, context, readPattern, hasSigns } = state;
  const signed = section.children.flatMap((child) => signedBelow(child, context));
  const apart = new Set(signed);
  const own = { ...section, children: section.children.filter((child) => !apart.has(child)) };
  for (const line of linesOf([own])) pattern.others.push(proseOf(line));
  const list = own.children.filter(({ form }) => form !== 'heading');
  if (list.length > 0 && signed.length === 0 && hasSigns()) {
    report(section.line, { kind: 'list', lines: linesOf(list) }, context);
  }
  for (const child of signed) {
    if (child.form === 'bullet' && !hasContainers(child, context)) readMixed(child, state);
    else pattern.variants.push(readPattern(child, context));
  }
}

interface Found {
  readonly kind: Unread['kind'];
  readonly lines: readonly Line[];
}

function report({ text, place }: Line, { kind, lines }: Found, context: Context): void {
  const name = text.replace(/[:：]$/, '');
  context.unread.push({ name, place, kind, lines: lines.length });
  leave(lines, 'unread', context);
}

function leave(lines: readonly Line[], why: LeftOut['why'], { leftOut }: Context): void {
  for (const { text, place } of lines) if (text !== '') leftOut.push({ text, why, place });
}

function isContainer(section: Section, context: Context): boolean {
  return containerOf(section, context) !== undefined;
}
