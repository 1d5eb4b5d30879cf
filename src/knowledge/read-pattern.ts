import type { Pattern, Prose } from '../model/pattern.ts';
import { type Block, linesOf } from './block.ts';
import { type ContainerKind, containerOf } from './containers.ts';
import { addUp, type Contents, type Context } from './contents.ts';
import type { Line } from './line.ts';
import { type NameIndex, slug } from './names.ts';
import { claimOf, proseOf, readers } from './read-items.ts';

/** Reads a heading or bullet, with all below it, as one pattern. */
export function readPattern(block: Block, context: Context): Pattern {
  const head = headOf(block, context);
  const parts = block.children.map((child) => readPart(child, context));
  const contents = addUp([definitionOf(block, head, context), ...parts]);
  const paragraphs = block.paragraphs.map(proseOf);
  return {
    id: head.id ?? (slug(head.name) || `unnamed-${block.line.place.line}`),
    name: head.name,
    aliases: head.aliases,
    summary: head.summary ? [head.summary, ...paragraphs] : paragraphs,
    ...contents,
    form: block.form,
    known: head.id !== undefined,
    place: block.line.place,
  };
}

interface Head {
  readonly id?: string | undefined;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary?: Prose;
}

function headOf(block: Block, { names }: Context): Head {
  const { line } = block;
  if (block.form === 'heading') return titleOf(line, names);
  if (line.label !== undefined && line.rest) {
    const summary = { ...proseOf(line), text: line.rest };
    return { id: names.resolve(line.label), name: line.label, aliases: [], summary };
  }
  const id = names.resolve(nameOf(line));
  const lead = id === undefined ? names.resolveLead(line.text) : undefined;
  if (lead) return { ...lead, aliases: [], summary: proseOf(line) };
  return { id, ...withoutParenthesis(nameOf(line)) };
}

function titleOf(line: Line, names: NameIndex): Head {
  return { id: names.resolve(line.text), ...withoutParenthesis(line.text) };
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
function definitionOf(block: Block, head: Head, context: Context): Partial<Contents> {
  if (block.form === 'heading' || head.summary === undefined) return {};
  const claim = claimOf({ ...block.line, text: head.summary.text, label: undefined }, 1, context);
  return claim.effects.length > 0 ? { claims: [claim] } : {};
}

function readPart(block: Block, context: Context): Partial<Contents> {
  const container = containerIn(block);
  if (container) return readContainer(container, block, context);
  if (isVariant(block, context)) return { variants: [readPattern(block, context)] };
  const claims = linesOf([block]).map((line) => claimOf(line, 1, context));
  const isClaim = block.children.length === 0 || (claims[0]?.effects.length ?? 0) > 0;
  if (block.form === 'bullet' && isClaim) return { claims };
  context.strayContainer({ name: nameOf(block.line), place: block.line.place });
  return { others: linesOf([block]).map(proseOf) };
}

/** A container by its whole text, or by its label: `Use when: the load comes in bursts`. */
function containerIn({ line }: Block): ContainerKind | undefined {
  return containerOf(nameOf(line)) ?? containerOf(line.label ?? '');
}

function isVariant(block: Block, { names }: Context): boolean {
  if (block.children.some((child) => containerIn(child) !== undefined)) return true;
  return names.resolve(block.line.label ?? nameOf(block.line)) !== undefined;
}

/** All lines below, however deep: a remark under an item is an item of the same container. */
function readContainer(kind: ContainerKind, block: Block, context: Context): Contents {
  const { label, rest, ...line } = block.line;
  const inline: Line[] = label !== undefined && rest ? [{ ...line, text: rest }] : [];
  const items = [...inline, ...block.paragraphs, ...linesOf(block.children)];
  return addUp(items.map((item) => readers[kind](item, context)));
}
