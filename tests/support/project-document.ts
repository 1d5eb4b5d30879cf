import type { Named } from '../../src/knowledge/markdown/line.ts';
import type { ParsedDocument, Remains } from '../../src/knowledge/patterns/parse-document.ts';
import type { Condition, Place } from '../../src/model/condition.ts';
import type {
  Claim,
  Evidence,
  Mitigation,
  Pattern,
  Prose,
  Reference,
  TypeList,
} from '../../src/model/pattern.ts';

/**
 * A parsed document as the fixtures write it, one line for each item: `line:column`, what it is, its text with the
 * label in asterisks, what its author hung on it in braces, its footnotes, and after `=>` what it came to mean.
 * Whatever is empty or absent is left out, and nothing else.
 */
export function projectDocument({ frontMatter, patterns, footnotes, remains }: ParsedDocument) {
  return compact({
    frontMatter: frontMatter && [at(frontMatter.place), ...frontMatter.name.split('\n')],
    patterns: patterns.map(projectPattern),
    footnotes: footnotes.map(({ place, id, text }) => line(at(place), `[^${id}]`, text)),
    remains: projectRemains(remains),
  });
}

function projectPattern(pattern: Pattern): Projection {
  const { place, form, known, id, name } = pattern;
  return compact({
    pattern: line(at(place), form, known ? 'known' : 'unknown', id, `"${name}"`),
    aliases: pattern.aliases,
    summary: pattern.summary.map(prose),
    claims: pattern.claims.map(projectClaim),
    evidence: pattern.evidence.map(projectEvidence),
    types: pattern.types.map(projectTypes),
    useCases: pattern.useCases.map(prose),
    mitigations: pattern.mitigations.map(projectMitigation),
    warningSigns: pattern.warningSigns.map(prose),
    requires: pattern.requires.map(prose),
    bringsUp: pattern.bringsUp.map(projectReference),
    examples: pattern.examples.map(prose),
    others: pattern.others.map(prose),
    variants: pattern.variants.map(projectPattern),
  });
}

function prose(item: Prose): string {
  return line(at(item.place), item.text, ...hung(item));
}

function projectClaim(claim: Claim): string {
  const { place, sign, effects } = claim;
  const meant = effects.map(({ quality, value }) => `${quality} ${value > 0 ? '+' : ''}${value}`);
  return line(
    at(place),
    sign === 1 ? '+' : '-',
    labelled(claim),
    ...hung(claim),
    '=>',
    meant.join(', ') || 'nothing',
  );
}

function projectEvidence(evidence: Evidence): string {
  const { place, kind, text, condition } = evidence;
  return line(at(place), kind, text, ...hung(evidence), '=>', projectCondition(condition));
}

function projectCondition(condition: Condition | undefined): string {
  if (condition === undefined) return 'nothing';
  const { place, text, terms } = condition;
  const each = terms.map(
    ({ place, subject, choices }) => `${at(place)} ${subject} = ${choices.join(' or ')}`,
  );
  return `${at(place)} \`${text}\` (${each.join('; ')})`;
}

function projectTypes(types: TypeList): string {
  return line(prose(types), '=>', types.name, `[${types.products.join(', ')}]`);
}

function projectMitigation(mitigation: Mitigation): string {
  const { place, qualities } = mitigation;
  const meant = qualities.join(', ') || 'nothing';
  return line(at(place), labelled(mitigation), ...hung(mitigation), '=>', meant);
}

function projectReference(reference: Reference): string {
  return line(prose(reference), '=>', reference.target ?? 'nothing');
}

function labelled({ label, text }: { label?: string; text: string }): string {
  if (label === undefined) return text;
  return text.startsWith(label) ? `*${label}*${text.slice(label.length)}` : `*${label}* ~ ${text}`;
}

function hung(item: Prose & { strength?: 1 | 2; contested?: boolean }): string[] {
  const markers = [
    item.strength === 2 ? ['{strong}'] : [],
    item.contested ? ['{contested}'] : [],
    item.judgement ? ['{judgement}'] : [],
  ];
  return [...markers.flat(), ...item.sources.map((id) => `[^${id}]`)];
}

function projectRemains(remains: Remains): Projection | undefined {
  const found = compact({
    unread: remains.unread.map(named),
    parentheses: remains.parentheses.map(named),
    footnoteReferences: remains.footnoteReferences.map(named),
    malformedConditions: remains.malformedConditions.map(named),
    misplacedConditions: remains.misplacedConditions.map(named),
    preamble: remains.preamble.map(({ place, text }) => line(at(place), text)),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

function named({ name, place }: Named): string {
  return line(at(place), name);
}

function at({ line, column }: Place): string {
  return `${line}:${column}`;
}

function line(...parts: readonly string[]): string {
  return parts.join(' ');
}

type Projection = Readonly<Record<string, unknown>>;

function compact(fields: Projection): Projection {
  const told = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told);
}
