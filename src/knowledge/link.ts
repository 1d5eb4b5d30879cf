import { MOST_ALTERNATIVES } from '../common/limits.ts';
import { largest, smallest } from '../common/lists.ts';
import { ratingsOf } from '../common/ratings.ts';
import type { Term } from '../model/condition.ts';
import type { Alternative, Decision } from '../model/decision.ts';
import type { Combination, KnowledgeBase, Source } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Product } from '../model/product.ts';
import { byId, type Layer, withVariants } from './layers.ts';
import { oldIdsIn } from './old-ids.ts';

/** Joins what was read into a knowledge base: decisions keep the alternatives that some document describes. */
export function link(layers: readonly Layer[], sha256: string): KnowledgeBase {
  const patterns = patternsById(layers);
  const qualities = byId(layers.flatMap((layer) => layer.qualities));
  const questions = byId(layers.flatMap((layer) => layer.questions));
  const written = byId(layers.flatMap((layer) => layer.decisions));
  const decisions = decisionsOf({ patterns, qualities, questions, decisions: written });
  const combinations = layers.flatMap((layer) => layer.combinations);
  return {
    version: layers.findLast(({ version }) => version !== undefined)?.version ?? '',
    sha256,
    qualities,
    groups: [...byId(layers.flatMap(({ groups }) => groups)).values()],
    questions,
    contradictions: layers.flatMap(({ contradictions }) => contradictions),
    implications: layers.flatMap(({ implications }) => implications),
    notCovered: layers.flatMap(({ notCovered }) => notCovered),
    ...oldIdsIn(layers, questions),
    combinations: combinations.filter((combination) => isDescribed(combination, decisions)),
    waivers: layers.flatMap(({ waivers }) => waivers),
    decisions,
    otherNames: undecided(alternativesOf(written), decisions).filter(({ id }) => patterns.has(id)),
    patterns,
    products: productsOf(layers, patterns),
    sources: sourcesOf(layers),
    profiles: byId(layers.flatMap(({ profiles }) => profiles)),
  };
}

/** Where two patterns have one id the later layer wins; within one a heading outranks a bullet, else the later wins. */
function patternsById(layers: readonly Layer[]): Map<string, Pattern> {
  return new Map(layers.flatMap((layer) => [...patternsIn(layer)]));
}

function patternsIn({ documents }: Layer): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const pattern of documents.flatMap((document) => document.patterns.flatMap(withVariants))) {
    const earlier = patterns.get(pattern.id);
    if (earlier?.form === 'heading' && pattern.form === 'bullet') continue;
    patterns.set(pattern.id, pattern);
  }
  return patterns;
}

function alternativesOf(decisions: ReadonlyMap<string, Decision>): Alternative[] {
  return [...decisions.values()].flatMap(({ alternatives }) => alternatives);
}

/** Those that no decision weighs: too few of their rivals are described, or too many. */
function undecided(
  alternatives: readonly Alternative[],
  decisions: ReadonlyMap<string, Decision>,
): Alternative[] {
  const decided = new Set(alternativesOf(decisions).map(({ id }) => id));
  return alternatives.filter(({ id }) => !decided.has(id));
}

/** The decisions with at least two alternatives that some document describes, and behind them those of families. */
function decisionsOf(written: Written): Map<string, Decision> {
  const described = [...written.decisions.values()]
    .map((decision) => onlyDescribed(decision, written.patterns))
    .filter(({ alternatives }) => alternatives.length >= 2);
  const all = [...described, ...familyDecisions(written, described)].map(notTooWide);
  const subjects = new Set(written.questions.keys());
  const decisions = new Map<string, Decision>();
  for (const decision of all) {
    decisions.set(decision.id, onlyKnown(decision, subjects));
    subjects.add(decision.id);
  }
  return decisions;
}

/**
 * A baseline that no document describes is replaced by the first that remains, or by picking nothing. A quality that is named
 * twice counts once.
 */
function onlyDescribed(decision: Decision, patterns: ReadonlyMap<string, Pattern>): Decision {
  const { baseline, ...rest } = decision;
  const alternatives = decision.alternatives.filter(({ id }) => patterns.has(id));
  const kept = alternatives.find(({ id }) => id === baseline)?.id;
  const base = kept ?? (decision.several ? undefined : alternatives[0]?.id);
  const driving = [...new Set(decision.driving)];
  return { ...rest, driving, ...(base !== undefined && { baseline: base }), alternatives };
}

/** What is beyond the most alternatives is shown and reported, but not weighed. */
function notTooWide(decision: Decision): Decision {
  return { ...decision, alternatives: decision.alternatives.slice(0, MOST_ALTERNATIVES) };
}

/** A condition on a decision that is left out, or stands later, says nothing. */
function onlyKnown(decision: Decision, subjects: ReadonlySet<string>): Decision {
  const appliesWhen = decision.appliesWhen.filter(({ terms }) =>
    terms.every(({ subject }) => subjects.has(subject)),
  );
  return { ...decision, appliesWhen };
}

/** A combination says nothing if it names a decision of which no document describes the alternatives it is about. */
function isDescribed(
  { when, requires }: Combination,
  decisions: ReadonlyMap<string, Decision>,
): boolean {
  const isKnown = ({ subject, choices }: Term) =>
    decisions.get(subject)?.alternatives.some(({ id }) => choices.includes(id)) ?? false;
  return [...when.terms, ...(requires?.terms ?? [])].every(isKnown);
}

/** Patterns of a product that no document describes are left out. */
function productsOf(
  layers: readonly Layer[],
  patterns: ReadonlyMap<string, Pattern>,
): Map<string, Product> {
  const all = layers.flatMap(({ products }) => products);
  return byId(
    all.map((product) => ({
      ...product,
      standsFor: product.standsFor.filter((id) => patterns.has(id)),
    })),
  );
}

function sourcesOf(layers: readonly Layer[]): Map<string, Source> {
  const documents = layers.flatMap((layer) => layer.documents);
  return new Map(
    documents.flatMap(({ file, footnotes }) =>
      footnotes.map((footnote) => [`${file}#${footnote.id}`, footnote] as const),
    ),
  );
}

const MOST_DRIVING = 5;

/** What decisions are made from, as it was written. */
export type Written = Pick<KnowledgeBase, 'qualities' | 'questions' | 'decisions' | 'patterns'>;

/** Siblings that no decision names are alternatives to each other: each family becomes a decision of its own. */
export function familyDecisions(written: Written, described: readonly Decision[]): Decision[] {
  const { qualities, questions, decisions, patterns } = written;
  const named = new Set(
    [...decisions.values()].flatMap(({ alternatives }) => alternatives.map(({ id }) => id)),
  );
  const taken = new Set([...described.map(({ id }) => id), ...questions.keys()]);
  return [...patterns.values()].flatMap((parent) => {
    const variants = parent.variants.filter(({ id }) => !named.has(id));
    if (variants.length < 2) return [];
    const id = freeId(parent.id, taken);
    taken.add(id);
    return [decisionOf(id, parent, { variants, qualities: [...qualities.keys()] })];
  });
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

interface Family {
  readonly variants: readonly Pattern[];
  readonly qualities: readonly string[];
}

function decisionOf(id: string, parent: Pattern, { variants, qualities }: Family): Decision {
  const first = variants[0]?.id;
  return {
    id,
    title: parent.name,
    ask: `Which kind of ${parent.name}?`,
    aliases: parent.aliases,
    several: false,
    driving: mostDividing(variants, qualities),
    appliesWhen: [],
    ...(first !== undefined && { baseline: first }),
    alternatives: variants.map(({ id, name, aliases, place }) => ({ id, name, aliases, place })),
    place: parent.place,
  };
}

/** The qualities on which the variants differ most; of equals the earlier in `qualities.yaml`. */
function mostDividing(variants: readonly Pattern[], qualities: readonly string[]): string[] {
  const ratings = variants.map(({ claims }) => ratingsOf(claims));
  const spreadOf = (quality: string) => {
    const values = ratings.map((each) => each.get(quality)?.rating ?? 0);
    return largest(values) - smallest(values);
  };
  return qualities
    .map((quality) => ({ quality, spread: spreadOf(quality) }))
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, MOST_DRIVING)
    .map(({ quality }) => quality);
}
