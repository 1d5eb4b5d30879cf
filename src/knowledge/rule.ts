import type { Term } from '../model/condition.ts';
import type { Decision } from '../model/decision.ts';
import type { Diagnostic, Quality, Renamed, Severity } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Implication, Question } from '../model/question.ts';
import { byId, type Layer, withVariants } from './layers.ts';
import type { Vocabulary } from './markdown/section.ts';
import type { ContainerNames } from './patterns/container-names.ts';
import type { EffectFinder } from './patterns/effects.ts';
import type { ParsedDocument } from './patterns/parse-document.ts';

/** Looks for one kind of problem; its id is the name of its file. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (input: RuleInput, report: Report) => void;
}

/** All that the rules look at: what was read, before anything is left out. Of two things with one id the later counts. */
export interface RuleInput {
  readonly layers: readonly Layer[];
  readonly qualities: ReadonlyMap<string, Quality>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly documents: readonly ParsedDocument[];
  /** Every pattern of every document, variants after the pattern they stand in. */
  readonly patterns: readonly Pattern[];
  readonly effects: EffectFinder;
  readonly containers: ContainerNames;
  /** The decisions were written for these documents, so that each pattern they name should be here. */
  readonly complete: boolean;
}

export type Report = (found: Omit<Diagnostic, 'rule' | 'severity'>) => void;

/** All diagnostics of some rules, in the order of files, lines and columns. */
export function applyRules(
  rules: readonly Rule[],
  layers: readonly Layer[],
  vocabulary: Pick<Vocabulary, 'effects' | 'containers'>,
): Diagnostic[] {
  const input = inputFrom(layers, vocabulary);
  const found: Diagnostic[] = [];
  for (const { id, severity, check } of rules) {
    check(input, (diagnostic) => found.push({ rule: id, severity, ...diagnostic }));
  }
  return found.sort(byPlace);
}

function inputFrom(
  layers: readonly Layer[],
  { effects, containers }: Pick<Vocabulary, 'effects' | 'containers'>,
): RuleInput {
  const documents = layers.flatMap((layer) => layer.documents);
  return {
    layers,
    qualities: byId(layers.flatMap(({ qualities }) => qualities)),
    questions: byId(layers.flatMap(({ questions }) => questions)),
    decisions: byId(layers.flatMap(({ decisions }) => decisions)),
    documents,
    patterns: documents.flatMap(({ patterns }) => patterns.flatMap(withVariants)),
    effects,
    containers,
    complete: layers.every(({ complete }) => complete),
  };
}

function byPlace({ place: a }: Diagnostic, { place: b }: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** A term of a condition, with the questions and decisions that it may name. */
export interface TermInUse {
  readonly term: Term;
  readonly subjects: Subjects;
  /** It is about picks alone, and names decisions only. */
  readonly aboutPicks: boolean;
}

/** The ids of choices or alternatives, by the question or decision that they belong to. */
export type Subjects = ReadonlyMap<string, readonly string[]>;

/** The terms of all conditions. */
export function termsIn(input: RuleInput): TermInUse[] {
  const { decisions, patterns, layers } = input;
  const [asked, picked] = [subjectsIn('question', input), subjectsIn('decision', input)];
  const aboutAnswers = [
    ...patterns.flatMap(({ evidence }) => evidence),
    ...layers.flatMap(({ contradictions, notCovered }) => [...contradictions, ...notCovered]),
    ...layers.flatMap(({ implications }) => implications.flatMap(asConditions)),
    ...layers
      .flatMap(({ questions }) => questions)
      .flatMap(({ askedWhen = [], frequencies = [] }) => [
        ...askedWhen,
        ...frequencies.flatMap(({ when }) => when ?? []),
      ])
      .map((condition) => ({ condition })),
  ]
    .flatMap(({ condition }) => condition?.terms ?? [])
    .map((term) => ({ term, subjects: asked, aboutPicks: false }));
  const either: Subjects = new Map([...asked, ...picked]);
  const inDecisions = [...decisions.values()]
    .flatMap(({ appliesWhen }) => appliesWhen)
    .flatMap(({ terms }) => terms)
    .map((term) => ({ term, subjects: either, aboutPicks: false }));
  const inCombinations = layers
    .flatMap(({ combinations }) => combinations)
    .flatMap(({ when, requires }) => [...when.terms, ...(requires?.terms ?? [])])
    .map((term) => ({ term, subjects: picked, aboutPicks: true }));
  return [...aboutAnswers, ...inDecisions, ...inCombinations];
}

/** What it reads, and what it leaves. */
function asConditions({ condition, question, choices, place }: Implication) {
  const left = { terms: [{ subject: question, choices, place }], text: '', place };
  return [{ condition }, { condition: left }];
}

/** All questions with their choices, or all decisions with their alternatives. */
export function subjectsIn(
  subject: Renamed['subject'],
  { questions, decisions }: Pick<RuleInput, 'questions' | 'decisions'>,
): Subjects {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return subject === 'question'
    ? new Map([...questions].map(([id, { choices }]) => [id, ids(choices)]))
    : new Map([...decisions].map(([id, { alternatives }]) => [id, ids(alternatives)]));
}
