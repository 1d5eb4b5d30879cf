import type { RuleProperties } from 'json-rules-engine';
import { NONE } from '../../src/common/answers.ts';
import type { Condition, Term } from '../../src/model/condition.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Evidence, Pattern } from '../../src/model/pattern.ts';
import type { Question } from '../../src/model/question.ts';

type Conditions = RuleProperties['conditions'];

/**
 * The questionnaire as a user of a rule engine would write it down: facts are answers, and there is one rule for each
 * piece of evidence, each hard rule and each weight that a choice gives a quality.
 */
export function rulesOf(knowledge: KnowledgeBase): RuleProperties[] {
  const patterns = new Set(
    [...knowledge.decisions.values()].flatMap(({ alternatives }) =>
      alternatives.flatMap(({ id }) => knowledge.patterns.get(id) ?? []),
    ),
  );
  return [
    ...[...knowledge.questions.values()].flatMap(weightRules),
    ...[...patterns].flatMap((pattern) => evidenceRules(pattern, knowledge)),
  ];
}

function weightRules({ id, several, choices }: Question): RuleProperties[] {
  return choices.flatMap((choice) =>
    [...choice.weights].map(([quality, points]) => ({
      conditions: { all: [asked({ several }, { subject: id, choices: [choice.id] })] },
      event: { type: 'weight', params: { quality, points } },
    })),
  );
}

function evidenceRules(pattern: Pattern, { questions }: KnowledgeBase): RuleProperties[] {
  return pattern.evidence.flatMap((each) => {
    const conditions = each.condition && conditionsOf(each.condition, questions);
    if (conditions === undefined) return [];
    const params = { alternative: pattern.id, points: POINTS[each.kind] * each.strength };
    return [{ conditions, event: { type: each.kind, params } }];
  });
}

const POINTS = { 'use-when': 5, 'avoid-when': -5, 'ruled-out-when': 0 } satisfies Record<
  Evidence['kind'],
  number
>;

/** Undefined where a question is named that nobody asks. */
function conditionsOf(
  { terms }: Condition,
  questions: KnowledgeBase['questions'],
): Conditions | undefined {
  const all = terms.flatMap((term) => {
    const question = questions.get(term.subject);
    return question ? [asked(question, term)] : [];
  });
  return all.length < terms.length ? undefined : { all };
}

function asked({ several }: Pick<Question, 'several'>, term: Pick<Term, 'subject' | 'choices'>) {
  const { subject: fact, choices } = term;
  if (!several) return { fact, operator: 'in', value: choices };
  return { any: choices.map((value) => ({ fact, operator: 'contains', value })) };
}

/** What an answer is as a fact: a list where several choices may be picked. */
export function factOf({ several }: Question, choices: readonly string[]): string | string[] {
  return several ? [...choices] : (choices[0] ?? NONE);
}
