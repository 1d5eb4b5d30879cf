import type { Pattern, Prose } from '../../model/pattern.ts';
import { type Line, withLabel } from '../markdown/line.ts';
import type { Section } from '../markdown/section.ts';
import { claimOf, proseOf } from './claims.ts';
import type { Context, Draft } from './containers.ts';
import { slug } from './names.ts';
import { withOwners } from './owners.ts';
import { readParts } from './read-part.ts';
import { hasContainers, idOf, nameOf } from './roles.ts';

/** Reads a heading, label or bullet, with all below it, as one pattern. */
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
    form: form === 'bullet' ? 'bullet' : 'heading',
    known: id !== undefined,
    place: line.place,
  };
  const isTitle = section.depth === 1 && hasContainers(section, context);
  readParts(withOwners(children, section, context), { pattern, context, readPattern, isTitle });
  return pattern;
}

interface Head {
  readonly id?: string | undefined;
  readonly name: string;
  readonly aliases: string[];
  readonly summary?: Prose;
}

function headOf(section: Section, context: Context): Head {
  const { form, line } = section;
  const { names } = context;
  if (form !== 'bullet')
    return { id: idOf(section, context), ...withoutParenthesis(nameOf(section)) };
  const { label, rest, text } = labelledByName(line, context);
  if (label !== undefined && rest) {
    return {
      id: names.resolveWhole(label),
      name: label,
      aliases: [],
      summary: { ...proseOf(line), text: rest },
    };
  }
  const id = idOf(section, context);
  const lead = id === undefined ? names.resolveLead(text) : undefined;
  if (lead) return { ...lead, aliases: [], summary: proseOf(line) };
  return { id, ...withoutParenthesis(nameOf(section)) };
}

/** `Orchestration – one service leads`: the dash stands for a colon where a known name stands before it. */
function labelledByName(line: Line, { names }: Context): Line {
  const { asLabel } = line;
  return asLabel && names.resolveWhole(asLabel.label) !== undefined
    ? withLabel(line, asLabel)
    : line;
}

/** `CQRS (Command Query Responsibility Segregation)`: a name and its alias. */
function withoutParenthesis(text: string): { name: string; aliases: string[] } {
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { name: match[1], aliases: match[2].split(',').map((alias) => alias.trim()) }
    : { name: text, aliases: [] };
}

/** A bullet that opens a pattern may say something about it in the same breath. */
function definition(
  { label: _, asLabel: __, ...line }: Line,
  { text }: Prose,
  { effects }: Context,
) {
  const claim = claimOf({ ...line, text }, { sign: 1, isStrict: false }, effects);
  return claim.effects.length > 0 ? [claim] : [];
}
