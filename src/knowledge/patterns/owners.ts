import { reworded } from '../markdown/line.ts';
import type { Section } from '../markdown/section.ts';
import type { ContainerKind } from '../read/reading.ts';
import type { Context } from './containers.ts';
import { normaliseName } from './names.ts';
import type { ContainerName } from './parse-container-name.ts';
import { containerOf, idOf, nameOf } from './roles.ts';

/**
 * Puts each container of a row of sections below the pattern that it belongs to: the one that it names itself, the one whose
 * name stands before it on the same level, or else the parent of the row.
 */
export function withOwners(
  row: readonly Section[],
  parent: Section | undefined,
  context: Context,
): Section[] {
  const titled = withAnswers(row, context).map((section) => asTitle(section, context));
  const sections = withItems(titled, context);
  const found = sections.map((section) => containerOf(section, context));
  if (found.every((each) => each === undefined)) return sections;
  const subjects = new Set(
    found.flatMap((each) => (each?.of === undefined ? [] : [normaliseName(each.of)])),
  );
  const isRepeated = hasTwice(found);
  const [hasNames, hasSubjects] = [subjects.size > 0, subjects.size > 1];
  const places = new Map<string, number>();
  const state: Row = { row: [], places, parent, context, isRepeated, hasNames, hasSubjects };
  for (const [index, section] of sections.entries()) place(section, found[index], state);
  return state.row;
}

/** A question that asks for the items of a container owns what stands below the heading "Answer" behind it. */
function withAnswers(row: readonly Section[], context: Context): Section[] {
  const isOpen = (section: Section | undefined) =>
    section !== undefined &&
    section.children.length + section.paragraphs.length === 0 &&
    containerOf(section, context) !== undefined;
  const isAnswer = (section: Section | undefined, before: Section | undefined) =>
    section?.form === 'heading' && context.containers.isAnswer(section.line.text) && isOpen(before);
  return row.flatMap((section, index) => {
    if (isAnswer(section, row[index - 1])) return [];
    const answer = row[index + 1];
    if (answer === undefined || !isAnswer(answer, section)) return [section];
    return [{ ...section, paragraphs: answer.paragraphs, children: answer.children }];
  });
}

/** A title such as `When to use sagas` stands above a document about sagas if it has lists of all kinds. */
function asTitle(section: Section, context: Context): Section {
  const of = section.depth === 1 ? containerOf(section, context)?.of : undefined;
  const isTitle = section.children.some(
    (child) => child.form === 'heading' && containerOf(child, context) !== undefined,
  );
  if (of === undefined || !isTitle) return section;
  return { ...section, line: reworded(section.line, of) };
}

/** A bullet that is nothing but the name of a container owns the bullets behind it. */
function withItems(row: readonly Section[], context: Context): Section[] {
  const sections: Section[] = [];
  let items: Section[] | undefined;
  for (const section of row) {
    const isContainer = containerOf(section, context) !== undefined;
    if (items && !isContainer && section.form === 'bullet') {
      items.push(section);
      continue;
    }
    const isBare = section.form === 'bullet' && section.children.length === 0 && !section.line.rest;
    items = isContainer && isBare ? [] : undefined;
    sections.push(items ? { ...section, children: items } : section);
  }
  return sections;
}

const SIGNED: ReadonlySet<ContainerKind> = new Set([
  'benefits',
  'disadvantages',
  'considerations',
  'use-when',
  'avoid-when',
]);

/** `Advantages` stands twice in the row, so that it cannot belong to one parent. */
function hasTwice(found: readonly (ContainerName | undefined)[]): boolean {
  const seen = new Set<string>();
  return found.some((each) => {
    if (each === undefined || each.of !== undefined || !SIGNED.has(each.kind)) return false;
    const isKnown = seen.has(each.kind);
    seen.add(each.kind);
    return isKnown;
  });
}

interface Situation {
  readonly parent: Section | undefined;
  readonly context: Context;
  readonly isRepeated: boolean;
  /** Some container names a pattern. */
  readonly hasNames: boolean;
  /** The containers name different patterns. */
  readonly hasSubjects: boolean;
}

/** A row while its containers are put in place, section by section. */
interface Row extends Situation {
  readonly row: Section[];
  /** Where the sections that are not containers stand, by their name and by the id of the pattern that they name. */
  readonly places: Map<string, number>;
  /** The index of the section that owns the containers behind it. */
  candidate?: number;
}

function place(section: Section, container: ContainerName | undefined, state: Row): void {
  if (container === undefined || SILENT.has(container.kind)) {
    keep(section, container === undefined, state);
    return;
  }
  const { row } = state;
  const owner = subjectOf(section, container, state) ?? siblingFor(container, state);
  const owned = owner === undefined ? undefined : row[owner];
  if (owner === undefined || owned === undefined) row.push(section);
  else row[owner] = { ...owned, children: [...owned.children, section] };
}

const SILENT: ReadonlySet<ContainerKind> = new Set(['aside', 'options']);

/** A section that stays where it is, and may own the containers behind it. */
function keep(section: Section, isName: boolean, state: Row): void {
  state.row.push(section);
  if (!isName) return;
  note(section, state);
  if (canOwn(section, state)) state.candidate = state.row.length - 1;
}

/** Remembers the place of the last section of a row; of equal ones the first counts. */
function note(section: Section, { row, places, context, hasNames }: Row): void {
  if (!hasNames) return;
  for (const key of keysOf(nameOf(section), idOf(section, context))) {
    if (!places.has(key)) places.set(key, row.length - 1);
  }
}

function keysOf(name: string, id: string | undefined): string[] {
  return [`name ${normaliseName(name)}`, ...(id === undefined ? [] : [`id ${id}`])];
}

function canOwn(section: Section, { context }: Row): boolean {
  if (section.form === 'heading') return true;
  const isBare = section.children.length === 0 && !section.line.rest;
  return isBare && idOf(section, context) !== undefined;
}

/** Where the pattern stands that a container names; opens it if it stands nowhere yet. */
function subjectOf(section: Section, { of }: ContainerName, state: Row): number | undefined {
  const { row, places, parent, context, hasSubjects, candidate } = state;
  if (of === undefined || PRONOUNS.has(normaliseName(of))) return undefined;
  const id = context.names.resolveTitle(of);
  const keys = keysOf(of, id);
  if (parent && keysOf(nameOf(parent), idOf(parent, context)).some((key) => keys.includes(key))) {
    return undefined;
  }
  const known = keys.map((key) => places.get(key)).find((place) => place !== undefined);
  if (known !== undefined) return known;
  const isAlone = parent === undefined && candidate === undefined;
  if (id === undefined && !(hasSubjects || isAlone)) return undefined;
  const line = reworded({ ...section.line, markers: [], sources: [] }, of);
  const opened: Section = {
    ...{ form: 'heading', depth: section.depth, line },
    ...{ paragraphs: [], children: [] },
  };
  row.push(opened);
  note(opened, state);
  return row.length - 1;
}

/** The section before a container that owns it, unless the parent does. */
function siblingFor({ kind }: ContainerName, state: Row): number | undefined {
  const { row, parent, context, isRepeated, candidate: index } = state;
  const candidate = index === undefined ? undefined : row[index];
  if (candidate === undefined) return undefined;
  if (candidate.children.some((child) => containerOf(child, context)?.kind === kind)) {
    return undefined;
  }
  if (parent === undefined || isRepeated) return index;
  const [own, above] = [idOf(candidate, context), idOf(parent, context)];
  return own !== undefined && above === undefined ? index : undefined;
}

/** Words for the pattern that stands there anyway. */
const PRONOUNS: ReadonlySet<string> = new Set(
  [
    'it',
    'this',
    'them',
    'these',
    'that',
    'such',
    'using it',
    'using this',
    'using them',
    'pattern',
    'approach',
    'architecture',
    'style',
    'system',
    'solution',
    'this solution',
    'this option',
    'this design',
    'this technique',
    'this method',
    'adoption',
    'use',
    'usage',
  ].map(normaliseName),
);
