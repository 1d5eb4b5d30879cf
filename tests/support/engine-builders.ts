import { NONE } from '../../src/common/answers.ts';
import type { Condition, Place } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Combination, KnowledgeBase, Quality } from '../../src/model/knowledge.ts';
import type {
  Claim,
  Evidence,
  EvidenceKind,
  Mitigation,
  Pattern,
  Prose,
} from '../../src/model/pattern.ts';
import type { Choice, Implication, Question } from '../../src/model/question.ts';

/** A knowledge base in short: plain data, so that a counterexample prints as what one would type. */
export interface KnowledgeSpec {
  /** Base weights. */
  readonly qualities: Readonly<Record<string, number>>;
  readonly questions: readonly QuestionSpec[];
  readonly patterns: readonly PatternSpec[];
  readonly decisions: readonly DecisionSpec[];
  readonly combinations?: readonly CombinationSpec[];
  readonly implications?: readonly ImplicationSpec[];
}

/** Both as conditions in a document; the second has one term. */
export interface ImplicationSpec {
  readonly when: string;
  readonly leaves: string;
}

/** Without `requires` it must never hold. */
export interface CombinationSpec {
  readonly when: string;
  readonly requires?: string;
}

export interface QuestionSpec {
  readonly id: string;
  /** What each choice adds to the weight of qualities. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly several?: boolean;
  readonly exclusive?: readonly string[];
  /** Pairs of choices that exclude each other. */
  readonly opposites?: readonly (readonly [string, string])[];
  readonly limit?: number;
  readonly raises?: readonly string[];
}

/** Conditions as in a document, with ` (strong)` behind where it is meant. */
export interface PatternSpec {
  readonly id: string;
  /** Quality to the values of its claims, −2 … +2 each. */
  readonly rates?: Readonly<Record<string, readonly number[]>>;
  readonly useWhen?: readonly string[];
  readonly avoidWhen?: readonly string[];
  readonly ruledOutWhen?: readonly string[];
  readonly claims?: readonly Claim[];
  readonly evidence?: readonly Evidence[];
  readonly mitigations?: readonly Mitigation[];
}

export interface DecisionSpec {
  readonly id: string;
  readonly alternatives: readonly string[];
  readonly driving: readonly string[];
  readonly several?: boolean;
  /** The first alternative, unless `several` and `withoutBaseline`. */
  readonly withoutBaseline?: boolean;
  /** The main decision that it refines. */
  readonly below?: string;
  readonly appliesWhen?: readonly string[];
}

/** Builds what the loader would. */
export function knowledgeOf(spec: KnowledgeSpec): KnowledgeBase {
  const qualities = Object.entries(spec.qualities).map(([id, weight]) => qualityOf(id, weight));
  return {
    version: 'test',
    sha256: '0',
    qualities: byId(qualities),
    groups: [{ id: 'all', name: 'All' }],
    questions: byId(spec.questions.map(questionOf)),
    contradictions: [],
    implications: (spec.implications ?? []).map(implicationOf),
    notCovered: [],
    renamed: [],
    retired: [],
    otherNames: [],
    products: new Map(),
    combinations: (spec.combinations ?? []).map(combinationOf),
    waivers: [],
    decisions: byId(spec.decisions.map(decisionOf)),
    patterns: byId(spec.patterns.map(patternOf)),
    sources: new Map(),
    profiles: new Map(),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function placeAt(line: number, file = 'made-up.md'): Place {
  return { file, line, column: 1 };
}

function qualityOf(id: string, weight: number): Quality {
  return {
    id,
    name: id,
    definition: id,
    scale: { worst: 'bad', neutral: 'so so', best: 'good' },
    weight,
    aliases: [],
    phrases: { plus: [], minus: [] },
    place: placeAt(1),
  };
}

/** Where several may be picked `none` stands last, as the loader adds it. */
export function questionOf({
  id,
  choices,
  several,
  exclusive,
  opposites = [],
  limit,
  raises,
}: QuestionSpec): Question {
  const isAlone = (choice: string) => choice === NONE || exclusive?.includes(choice) === true;
  const pairs = opposites.filter((pair) => pair.every((each) => each in choices && !isAlone(each)));
  const choiceOf = ([choice, weights]: [string, Readonly<Record<string, number>>]): Choice => ({
    id: choice,
    label: choice,
    exclusive: isAlone(choice),
    ...excluding(choice, pairs),
    weights: new Map(Object.entries(weights)),
    place: placeAt(1),
  });
  const isNoneMissing = several === true && !(NONE in choices);
  return {
    id,
    group: 'all',
    ask: `${id}?`,
    help: '',
    effort: 1,
    several: several === true,
    ...(limit !== undefined && { limit }),
    raises: raises ?? [],
    choices: [
      ...Object.entries(choices).map(choiceOf),
      ...(isNoneMissing ? [choiceOf([NONE, {}])] : []),
    ],
    place: placeAt(1),
  };
}

/** What a choice excludes, in alphabetical order as the loader has it. */
function excluding(
  choice: string,
  pairs: readonly (readonly [string, string])[],
): Pick<Choice, 'excludes'> {
  const own = pairs.filter((pair) => pair.includes(choice)).flat();
  const excludes = [...new Set(own)].filter((each) => each !== choice).sort();
  return excludes.length > 0 ? { excludes } : {};
}

function decisionOf(spec: DecisionSpec): Decision {
  const { id, alternatives, driving, appliesWhen = [], withoutBaseline, below } = spec;
  return {
    id,
    title: id,
    ask: `${id}?`,
    aliases: [],
    several: spec.several === true,
    driving,
    appliesWhen: appliesWhen.map(conditionOf),
    ...(below !== undefined && { below }),
    ...(alternatives[0] !== undefined && !withoutBaseline && { baseline: alternatives[0] }),
    alternatives: alternatives.map((each) => ({
      id: each,
      name: each,
      aliases: [],
      place: placeAt(1),
    })),
    place: placeAt(1),
  };
}

function combinationOf({ when, requires }: CombinationSpec, index: number): Combination {
  return {
    when: conditionOf(when),
    ...(requires !== undefined && { requires: conditionOf(requires) }),
    because: `${when} is wrong`,
    place: placeAt(index + 1, 'decisions.yaml'),
  };
}

function implicationOf({ when, leaves }: ImplicationSpec, index: number): Implication {
  const [term] = conditionOf(leaves).terms;
  if (term === undefined) throw new Error(`nothing is left by ${when}`);
  return {
    condition: conditionOf(when),
    question: term.subject,
    choices: term.choices,
    because: `${when} says so`,
    place: placeAt(index + 1, 'questions.yaml'),
  };
}

function patternOf(spec: PatternSpec): Pattern {
  const { id, rates = {}, claims = [], evidence = [], mitigations = [] } = spec;
  return {
    id,
    name: id,
    aliases: [],
    summary: [],
    claims: [...Object.entries(rates).flatMap(claimsOf), ...claims],
    evidence: [
      ...(spec.useWhen ?? []).map((text) => evidenceOf('use-when', text)),
      ...(spec.avoidWhen ?? []).map((text) => evidenceOf('avoid-when', text)),
      ...(spec.ruledOutWhen ?? []).map((text) => evidenceOf('ruled-out-when', text)),
      ...evidence,
    ],
    types: [],
    useCases: [],
    mitigations,
    warningSigns: [],
    requires: [],
    bringsUp: [],
    examples: [],
    others: [],
    variants: [],
    form: 'heading',
    known: true,
    place: placeAt(1),
  };
}

export function prose(text: string, line = 1): Prose {
  return { text, sources: [], judgement: true, place: placeAt(line) };
}

function claimsOf([quality, values]: [string, readonly number[]]): Claim[] {
  return values.map((value) => claimOf(`${quality} ${value}`, { [quality]: value }));
}

export function claimOf(
  text: string,
  effects: Readonly<Record<string, number>>,
  { line = 1, contested = false }: { readonly line?: number; readonly contested?: boolean } = {},
): Claim {
  return {
    ...prose(text, line),
    isLabelTelling: false,
    sign: 1,
    strength: 1,
    effects: Object.entries(effects).map(([quality, value]) => ({ quality, value })),
    contested,
  };
}

export function evidenceOf(
  kind: EvidenceKind,
  written: string,
  { text = written, line = 1 }: { readonly text?: string; readonly line?: number } = {},
): Evidence {
  const isStrong = written.endsWith(' (strong)');
  const condition = conditionOf(written.replace(' (strong)', ''));
  return { ...prose(text, line), kind, strength: isStrong ? 2 : 1, contested: false, condition };
}

/** Reads `a: x | y & b: z`. */
export function conditionOf(text: string): Condition {
  const terms = text.split('&').map((term) => {
    const [subject = '', choices = ''] = term.split(':').map((part) => part.trim());
    return { subject, choices: choices.split('|').map((id) => id.trim()), place: placeAt(1) };
  });
  return { terms, text, place: placeAt(1) };
}

/** `{ teams: 'one', data: ['relational'] }` as the engine takes it. */
export function answersOf(
  answers: Readonly<Record<string, string | readonly string[]>>,
): Map<string, { readonly choices: readonly string[] }> {
  const listed = (value: string | readonly string[]) =>
    typeof value === 'string' ? [value] : value;
  return new Map(Object.entries(answers).map(([id, value]) => [id, { choices: listed(value) }]));
}

/** Pins in the same short form. */
export function pinsOf(
  pins: Readonly<Record<string, readonly string[]>>,
): Map<string, readonly string[]> {
  return new Map(Object.entries(pins));
}
