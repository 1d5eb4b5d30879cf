import type { Condition, Term } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase, Renamed } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Question } from '../../model/question.ts';

/**
 * An older knowledge base with its questions, choices, decisions and alternatives under the names that a newer one has
 * given them since, so that the two can be compared. What the newer one never renamed keeps its id.
 */
export function underPresentNames(
  older: KnowledgeBase,
  renamed: readonly Renamed[],
): KnowledgeBase {
  const names = namesIn(older, renamed);
  const questions = [...older.questions.values()].map((each) => renameQuestion(each, names));
  const decisions = [...older.decisions.values()].map((each) => renameDecision(each, names));
  const patterns = [...older.patterns.values()].map((each) => renamePattern(each, names));
  return {
    ...older,
    questions: byId(questions),
    decisions: byId(decisions),
    patterns: byId(patterns),
    contradictions: older.contradictions.map((each) => ({
      ...each,
      condition: renameCondition(each.condition, names),
    })),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** What something is called today, by what it was called. */
interface PresentNames {
  readonly subject: (id: string) => string;
  /** A choice of a question, or an alternative of a decision, each by its old id. */
  readonly part: (subject: string, part: string) => string;
  /** A pattern, which is called as the alternative that it describes. */
  readonly pattern: (id: string) => string;
}

function namesIn(older: KnowledgeBase, renamed: readonly Renamed[]): PresentNames {
  const { questions, decisions } = older;
  const isOurs = (kind: Renamed['subject'], id: string) =>
    (kind === 'question' ? questions : decisions).has(id);
  const whole = renamed.filter(({ part }) => part === undefined);
  const subject = (id: string) =>
    whole.findLast((each) => each.id === id && isOurs(each.subject, id))?.to ?? id;
  const part = (of: string, id: string) =>
    renamed.findLast((each) => each.part === id && [of, subject(of)].includes(each.id))?.to ?? id;
  const patterns = new Map(
    [...decisions.values()].flatMap((decision) =>
      decision.alternatives.map(({ id }) => [id, part(decision.id, id)]),
    ),
  );
  return { subject, part, pattern: (id) => patterns.get(id) ?? id };
}

function renameQuestion(question: Question, { subject, part }: PresentNames): Question {
  const choices = question.choices.map((choice) => ({
    ...choice,
    id: part(question.id, choice.id),
  }));
  return { ...question, id: subject(question.id), choices };
}

function renameDecision(decision: Decision, names: PresentNames): Decision {
  const { id, below, baseline, alternatives, appliesWhen } = decision;
  return {
    ...decision,
    id: names.subject(id),
    ...(below !== undefined && { below: names.subject(below) }),
    ...(baseline !== undefined && { baseline: names.part(id, baseline) }),
    alternatives: alternatives.map((each) => ({ ...each, id: names.part(id, each.id) })),
    appliesWhen: appliesWhen.map((each) => renameCondition(each, names)),
  };
}

function renamePattern(pattern: Pattern, names: PresentNames): Pattern {
  const evidence = pattern.evidence.map(({ condition, ...each }) => ({
    ...each,
    ...(condition && { condition: renameCondition(condition, names) }),
  }));
  return { ...pattern, id: names.pattern(pattern.id), evidence };
}

/** As written, unless a name in it has changed. */
function renameCondition(condition: Condition, names: PresentNames): Condition {
  const terms = condition.terms.map((term) => renameTerm(term, names));
  const text = (some: readonly Term[]) =>
    some.map(({ subject, choices }) => `${subject}: ${choices.join(' | ')}`).join(' & ');
  return text(terms) === text(condition.terms)
    ? condition
    : { ...condition, terms, text: text(terms) };
}

function renameTerm({ subject, choices, place }: Term, names: PresentNames): Term {
  return {
    subject: names.subject(subject),
    choices: choices.map((choice) => names.part(subject, choice)),
    place,
  };
}

/**
 * A knowledge base that can also read answers meant for another one: with the questions, choices, decisions and
 * alternatives that only the other has behind its own. For reading only; what is read has to be sifted.
 */
export function withIdsOf(own: KnowledgeBase, other: KnowledgeBase): KnowledgeBase {
  if (own === other) return own;
  const questions = joined(own.questions, other.questions, (mine, theirs) => ({
    ...mine,
    choices: [...mine.choices, ...missing(mine.choices, theirs.choices)],
  }));
  const decisions = joined(own.decisions, other.decisions, (mine, theirs) => ({
    ...mine,
    alternatives: [...mine.alternatives, ...missing(mine.alternatives, theirs.alternatives)],
  }));
  return { ...own, questions, decisions, renamed: [...own.renamed, ...other.renamed] };
}

function joined<T>(
  own: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  join: (mine: T, theirs: T) => T,
): Map<string, T> {
  const both = [...own].map(([id, mine]): [string, T] => {
    const theirs = other.get(id);
    return [id, theirs === undefined ? mine : join(mine, theirs)];
  });
  return new Map([...both, ...[...other].filter(([id]) => !own.has(id))]);
}

function missing<T extends { readonly id: string }>(own: readonly T[], other: readonly T[]): T[] {
  return other.filter(({ id }) => own.every((each) => each.id !== id));
}
