import { MOST_ALTERNATIVES } from '../common/limits.ts';
import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase, Source } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import { familyDecisions } from './families.ts';
import { isDescribed } from './is-described.ts';
import { type Joined, type Said, type SaidLayer, withVariants } from './join-layers.ts';

/** Joins what was read into a knowledge base: decisions keep the alternatives that some document describes. */
export function link(input: Joined, sha256: string): KnowledgeBase {
  const { layers, qualities, questions, documents } = input;
  const patterns = patternsById(layers);
  const described = [...input.decisions.values()]
    .map((decision) => onlyDescribed(decision, patterns))
    .filter(({ alternatives }) => alternatives.length >= 2);
  const families = familyDecisions({ ...input, patterns: [...patterns.values()] }, described);
  const decisions = [...described, ...families].map(notTooWide);
  const subjectsBefore = (index: number) =>
    new Set([...questions.keys(), ...decisions.slice(0, index).map(({ id }) => id)]);
  return {
    version: layers.findLast(({ version }) => version !== undefined)?.version ?? '',
    sha256,
    qualities,
    groups: [
      ...new Map(layers.flatMap(({ groups }) => groups).map((group) => [group.id, group])).values(),
    ],
    questions,
    contradictions: layers.flatMap(({ contradictions }) => contradictions),
    renamed: layers.flatMap(({ renamed }) => renamed),
    combinations: layers
      .flatMap(({ combinations }) => combinations)
      .filter((combination) => isDescribed(combination, alternativesIn(decisions))),
    waivers: layers.flatMap(({ waivers }) => waivers),
    decisions: new Map(
      decisions.map((decision, index) => [decision.id, onlyKnown(decision, subjectsBefore(index))]),
    ),
    patterns,
    sources: sourcesOf(documents),
    profiles: new Map(layers.flatMap(({ profiles }) => profiles).map((one) => [one.id, one])),
  };
}

/** Where two patterns have one id the later layer wins; within one a heading outranks a bullet, else the later wins. */
function patternsById(layers: readonly SaidLayer[]): Map<string, Pattern> {
  return new Map(layers.flatMap(({ documents }) => [...patternsIn(documents)]));
}

function patternsIn(documents: readonly Said[]): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const pattern of documents.flatMap((document) => document.patterns.flatMap(withVariants))) {
    const earlier = patterns.get(pattern.id);
    if (earlier?.form === 'heading' && pattern.form === 'bullet') continue;
    patterns.set(pattern.id, pattern);
  }
  return patterns;
}

/** A baseline that nobody describes is replaced by the first that remains, or by picking nothing. */
function onlyDescribed(decision: Decision, patterns: ReadonlyMap<string, Pattern>): Decision {
  const { baseline, ...rest } = decision;
  const alternatives = decision.alternatives.filter(({ id }) => patterns.has(id));
  const kept = alternatives.find(({ id }) => id === baseline)?.id;
  const base = kept ?? (decision.several ? undefined : alternatives[0]?.id);
  return { ...rest, ...(base !== undefined && { baseline: base }), alternatives };
}

/** What is beyond the most alternatives is shown and reported, but not weighed. */
function notTooWide(decision: Decision): Decision {
  return { ...decision, alternatives: decision.alternatives.slice(0, MOST_ALTERNATIVES) };
}

/** A condition on a decision that is left out, or stands later, says nothing. */
function onlyKnown(decision: Decision, ids: ReadonlySet<string>): Decision {
  const isKnown = ({ terms }: Decision['appliesWhen'][number]) =>
    terms.every(({ subject }) => ids.has(subject));
  return { ...decision, appliesWhen: decision.appliesWhen.filter(isKnown) };
}

function alternativesIn(decisions: readonly Decision[]): Map<string, Set<string>> {
  return new Map(
    decisions.map(({ id, alternatives }) => [id, new Set(alternatives.map((each) => each.id))]),
  );
}

function sourcesOf(documents: readonly Said[]): Map<string, Source> {
  return new Map(
    documents.flatMap(({ file, footnotes }) =>
      footnotes.map((footnote) => [`${file}#${footnote.id}`, footnote] as const),
    ),
  );
}
