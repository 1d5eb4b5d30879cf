import type { Claim, Pattern, Prose } from '../../model/pattern.ts';
import type { Line } from '../markdown/line.ts';
import { linesOf, type Section } from '../markdown/outline.ts';
import {
  type ContainerKind,
  type Context,
  claimOf,
  containerOf,
  type Draft,
  proseOf,
  readers,
} from './containers.ts';
import { slug } from './names.ts';

/** Reads a heading or bullet, with all below it, as one pattern. */
export function readPattern(section: Section, context: Context): Pattern {
  const { form, line, paragraphs, children } = section;
  const { id, name, aliases, summary } = headOf(section, context);
  const pattern: Draft = {
    id: id ?? (slug(name) || `unnamed-${line.place.line}`),
    name,
    aliases,
    summary: [...(summary ? [summary] : []), ...paragraphs.map(proseOf)],
    claims: form === 'bullet' && summary ? definition(line, summary, context) : [],
    evidence: [],
    types: [],
    useCases: [],
    mitigations: [],
    warningSigns: [],
    requires: [],
    bringsUp: [],
    examples: [],
    others: [],
    variants: [],
    form,
    known: id !== undefined,
    place: line.place,
  };
  for (const child of children) readPart(child, pattern, context);
  return pattern;
}

interface Head {
  readonly id?: string | undefined;
  readonly name: string;
  readonly aliases: string[];
  readonly summary?: Prose;
}

function headOf({ form, line }: Section, { names }: Context): Head {
  if (form === 'heading') return { id: names.resolve(line.text), ...withoutParenthesis(line.text) };
  if (line.label !== undefined && line.rest) {
    const summary = { ...proseOf(line), text: line.rest };
    return { id: names.resolve(line.label), name: line.label, aliases: [], summary };
  }
  const id = names.resolve(nameOf(line));
  const lead = id === undefined ? names.resolveLead(line.text) : undefined;
  if (lead) return { ...lead, aliases: [], summary: proseOf(line) };
  return { id, ...withoutParenthesis(nameOf(line)) };
}

/** `CQRS (Command Query Responsibility Segregation)`: a name and its alias. */
function withoutParenthesis(text: string): { name: string; aliases: string[] } {
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { name: match[1], aliases: match[2].split(',').map((alias) => alias.trim()) }
    : { name: text, aliases: [] };
}

/** The text of a bullet without the colon at its end. */
function nameOf({ text }: Line): string {
  return text.replace(/:$/, '');
}

/** A bullet that opens a pattern may say something about it in the same breath. */
function definition({ label: _, ...line }: Line, { text }: Prose, context: Context): Claim[] {
  const claim = claimOf({ ...line, text }, 1, context);
  return claim.effects.length > 0 ? [claim] : [];
}

/** Adds what stands under a heading or bullet of a pattern to it. */
function readPart(section: Section, pattern: Draft, context: Context): void {
  const container = containerIn(section);
  if (container) {
    for (const item of itemsIn(section)) readers[container](item, pattern, context);
  } else if (isVariant(section, context)) {
    pattern.variants.push(readPattern(section, context));
  } else if (isClaim(section, context)) {
    for (const line of linesOf([section])) pattern.claims.push(claimOf(line, 1, context));
  } else {
    context.containers.push({ name: nameOf(section.line), place: section.line.place });
    for (const line of linesOf([section])) pattern.others.push(proseOf(line));
  }
}

/** A container by its whole text, or by its label: `Use when: the load comes in bursts`. */
function containerIn({ line }: Section): ContainerKind | undefined {
  return containerOf(nameOf(line)) ?? containerOf(line.label ?? '');
}

function isVariant({ line, children }: Section, { names }: Context): boolean {
  if (children.some((child) => containerIn(child) !== undefined)) return true;
  return names.resolve(line.label ?? nameOf(line)) !== undefined;
}

/** A bullet with nothing below it, or with an effect of its own: then what stands below goes on with it. */
function isClaim({ form, line, children }: Section, context: Context): boolean {
  if (form === 'heading') return false;
  return children.length === 0 || claimOf(line, 1, context).effects.length > 0;
}

/** All lines below, however deep: a remark under an item is an item of the same container. */
function itemsIn({ line: { label, rest, ...line }, paragraphs, children }: Section): Line[] {
  const inline = label !== undefined && rest ? [{ ...line, text: rest }] : [];
  return [...inline, ...paragraphs, ...linesOf(children)];
}
