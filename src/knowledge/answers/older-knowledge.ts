import type { Condition, Term } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase, Renamed, Retired } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Question } from '../../model/question.ts';
import { byId } from '../layers.ts';
import { isAsked } from '../old-ids.ts';

/**
 * An older knowledge base with its questions, choices, decisions and alternatives under the names that a newer one has
 * given them since, so that the two can be compared. What the newer one never renamed keeps its id.
 */
export function underPresentNames(
  older: KnowledgeBase,
  renamed: readonly Renamed[],
): KnowledgeBase {
  const names = namesIn(older, renamed);
  return {
    ...older,
    questions: byId([...older.questions.values()].map((each) => renameQuestion(each, names))),
    decisions: byId([...older.decisions.values()].map((each) => renameDecision(each, names))),
    patterns: byId([...older.patterns.values()].map((each) => renamePattern(each, names))),
    contradictions: older.contradictions.map((each) => renameAbout(each, names)),
    implications: older.implications.map((each) => ({
      ...renameAbout(each, names),
      question: names.subject(each.question),
      choices: each.choices.map((choice) => names.part(each.question, choice)),
    })),
    notCovered: older.notCovered.map((each) => renameAbout(each, names)),
  };
}

function renameAbout<T extends { readonly condition: Condition }>(each: T, names: PresentNames): T {
  return { ...each, condition: renameCondition(each.condition, names) };
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
  const isOurs = ({ subject, id }: Renamed) =>
    (subject === 'question' ? questions : decisions).has(id);
  const whole = renamed.filter(({ part }) => part === undefined);
  const subject = (id: string) =>
    whole.findLast((each) => each.id === id && isOurs(each))?.to ?? id;
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
  const { id, choices } = question;
  const renamed = choices.map((choice) => ({ ...choice, id: part(id, choice.id) }));
  return { ...question, id: subject(id), choices: renamed };
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
  const terms = condition.terms.map(({ subject, choices, place }) => ({
    subject: names.subject(subject),
    choices: choices.map((choice) => names.part(subject, choice)),
    place,
  }));
  const text = textOf(terms);
  return text === textOf(condition.terms) ? condition : { ...condition, terms, text };
}

function textOf(terms: readonly Term[]): string {
  return terms.map(({ subject, choices }) => `${subject}: ${choices.join(' | ')}`).join(' & ');
}

/**
 * A knowledge base that can also read answers meant for another one: with the questions, choices, decisions and
 * alternatives that only the other has behind its own, but for what it has retired itself. For reading only; what is read
 * has to be sifted.
 */
export function withIdsOf(own: KnowledgeBase, other: KnowledgeBase): KnowledgeBase {
  if (own === other) return own;
  const questions = joined(own.questions, questionsLeft(other, own.retired), (mine, theirs) => ({
    ...mine,
    choices: withMissing(mine.choices, theirs.choices),
  }));
  const decisions = joined(own.decisions, other.decisions, (mine, theirs) => ({
    ...mine,
    alternatives: withMissing(mine.alternatives, theirs.alternatives),
  }));
  const renamed = [...own.renamed, ...other.renamed];
  const theirs = other.retired.filter((each) => !isAsked(each, own.questions));
  return { ...own, questions, decisions, renamed, retired: [...theirs, ...own.retired] };
}

/** Without those that are retired, and without choices that are. */
function questionsLeft(
  { questions }: KnowledgeBase,
  retired: readonly Retired[],
): Map<string, Question> {
  const isLeft = (id: string, part?: string) =>
    retired.every(({ question, choice }) => question !== id || choice !== part);
  const left = [...questions.values()].filter(({ id }) => isLeft(id));
  return byId(
    left.map((question) => ({
      ...question,
      choices: question.choices.filter(({ id }) => isLeft(question.id, id)),
    })),
  );
}

function joined<T>(
  own: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  join: (mine: T, theirs: T) => T,
): Map<string, T> {
  const both = new Map(own);
  for (const [id, theirs] of other) {
    const mine = own.get(id);
    both.set(id, mine === undefined ? theirs : join(mine, theirs));
  }
  return both;
}

function withMissing<T extends { readonly id: string }>(
  own: readonly T[],
  other: readonly T[],
): T[] {
  return [...own, ...other.filter(({ id }) => own.every((each) => each.id !== id))];
}
