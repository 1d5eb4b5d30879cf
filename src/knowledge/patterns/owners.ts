import { reworded } from '../markdown/line.ts';
import type { Section } from '../markdown/section.ts';
import type { ContainerKind } from '../read/reading.ts';
import type { ContainerName } from './container-names.ts';
import type { Context } from './containers.ts';
import { normaliseName } from './names.ts';
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
  const owners = new Owners({ parent, context, isRepeated, hasSubjects: subjects.size > 1 });
  for (const [index, section] of sections.entries()) owners.add(section, found[index]);
  return owners.row;
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
  /** The containers name different patterns. */
  readonly hasSubjects: boolean;
}

/** The row with its containers in place, section by section. */
class Owners {
  readonly row: Section[] = [];
  readonly #situation: Situation;
  /** The index of the section that owns the containers behind it. */
  #candidate: number | undefined;

  constructor(situation: Situation) {
    this.#situation = situation;
  }

  add(section: Section, container: ContainerName | undefined): void {
    if (container === undefined || container.kind === 'aside' || container.kind === 'options') {
      this.row.push(section);
      if (container === undefined && this.#canOwn(section)) this.#candidate = this.row.length - 1;
      return;
    }
    const owner = this.#subjectOf(section, container) ?? this.#siblingFor(container);
    const owned = owner === undefined ? undefined : this.row[owner];
    if (owner === undefined || owned === undefined) this.row.push(section);
    else this.row[owner] = { ...owned, children: [...owned.children, section] };
  }

  #canOwn(section: Section): boolean {
    if (section.form === 'heading') return true;
    const isBare = section.children.length === 0 && !section.line.rest;
    return isBare && idOf(section, this.#situation.context) !== undefined;
  }

  /** Where the pattern stands that a container names; opens it if it stands nowhere yet. */
  #subjectOf(section: Section, { of }: ContainerName): number | undefined {
    const { parent, context, hasSubjects } = this.#situation;
    if (of === undefined || PRONOUNS.has(normaliseName(of))) return undefined;
    const id = context.names.resolveTitle(of);
    const name = normaliseName(of);
    const isSame = (each: Section) =>
      (id !== undefined && idOf(each, context) === id) || normaliseName(nameOf(each)) === name;
    if (parent && isSame(parent)) return undefined;
    const known = this.row.findIndex(
      (each) => containerOf(each, context) === undefined && isSame(each),
    );
    if (known >= 0) return known;
    if (
      id === undefined &&
      !(hasSubjects || (parent === undefined && this.#candidate === undefined))
    )
      return undefined;
    const line = reworded({ ...section.line, markers: [], sources: [] }, of);
    this.row.push({ form: 'heading', depth: section.depth, line, paragraphs: [], children: [] });
    return this.row.length - 1;
  }

  /** The section before a container that owns it, unless the parent does. */
  #siblingFor({ kind }: ContainerName): number | undefined {
    const { parent, context, isRepeated } = this.#situation;
    const candidate = this.#candidate === undefined ? undefined : this.row[this.#candidate];
    if (candidate === undefined) return undefined;
    if (candidate.children.some((child) => containerOf(child, context)?.kind === kind))
      return undefined;
    if (parent === undefined || isRepeated) return this.#candidate;
    const [own, above] = [idOf(candidate, context), idOf(parent, context)];
    return own !== undefined && above === undefined ? this.#candidate : undefined;
  }
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
