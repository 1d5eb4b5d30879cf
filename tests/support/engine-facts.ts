import type { LineChange, ReasonChange } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** Everything that a knowledge base says and that can decide something, a word per line, with how often it says so. */
export function factsIn(knowledge: KnowledgeBase): ReadonlyMap<string, number> {
  const facts = new Map<string, number>();
  for (const fact of [
    ...weightFacts(knowledge),
    ...questionFacts(knowledge),
    ...patternFacts(knowledge),
    ...decisionFacts(knowledge),
  ]) {
    facts.set(fact, (facts.get(fact) ?? 0) + 1);
  }
  return facts;
}

function weightFacts({ qualities, questions }: KnowledgeBase): string[] {
  return [
    ...[...qualities.values()].map(({ id, weight }) => fact('weight', id, weight)),
    ...[...questions.values()].flatMap((question) =>
      question.choices.flatMap(({ id, weights }) =>
        [...weights].map(([quality, value]) =>
          fact('weight', quality, `${question.id}=${id}`, value),
        ),
      ),
    ),
  ];
}

function questionFacts({ questions }: KnowledgeBase): string[] {
  return [...questions.values()].flatMap(({ id, ask, several, limit, choices }) => {
    const alone = choices.filter((each) => each.exclusive && each.id !== 'none');
    const pairs = choices.flatMap((each) =>
      (each.excludes ?? [])
        .filter((other) => each.id < other)
        .map((other) => `${each.id} & ${other}`),
    );
    return [
      fact('question', id, ask),
      ...choices.map((choice) => fact('choice', id, choice.id)),
      fact(
        ...(['limits', id, several, several && limit] as const),
        ...[several && alone.map((each) => each.id), several && pairs.sort()],
      ),
    ];
  });
}

function patternFacts({ patterns }: KnowledgeBase): string[] {
  return [...patterns.values()].flatMap(({ id, claims, evidence }) => [
    ...claims.flatMap(({ text, effects }) =>
      effects.map(({ quality, value }) => fact('claim', id, text, quality, value)),
    ),
    ...evidence.map(({ kind, text, strength, condition }) =>
      kind === 'ruled-out-when'
        ? fact('hard-rule', id, text, condition?.text)
        : fact('evidence', id, text, condition?.text, strength * (kind === 'use-when' ? 5 : -5)),
    ),
  ]);
}

function decisionFacts({ decisions }: KnowledgeBase): string[] {
  return [...decisions.values()].flatMap((decision) => {
    const { id, several, driving, appliesWhen, alternatives, baseline } = decision;
    const ids = alternatives.map((each) => each.id);
    return [
      fact('decision', id),
      fact('several', id, `several: ${several}`),
      fact('order', id, ids.join(', ')),
      ...(baseline === undefined ? [] : [fact('baseline', id, baseline)]),
      ...ids.map((each) => fact('alternative', id, each)),
      ...driving.map((quality) => fact('driving', id, quality)),
      ...appliesWhen.map(({ text }) => fact('applies-when', id, text)),
    ];
  });
}

function fact(...words: readonly unknown[]): string {
  return JSON.stringify(words);
}

/** What a printed line says about a decision, in the same words. */
export function factNamed(
  { kind, before, after }: LineChange,
  side: 'before' | 'after',
  { decision, alternative }: Pick<ReasonChange, 'decision' | 'alternative'>,
): string | undefined {
  const line = side === 'before' ? before : after;
  if (line === undefined) return undefined;
  const { text, value, quality, condition, question } = line;
  switch (kind) {
    case 'weight':
      return condition === undefined
        ? fact(kind, quality, value)
        : fact(kind, quality, condition, value);
    case 'claim':
      return fact(kind, alternative, text, quality, value);
    case 'evidence':
      return fact(kind, alternative, text, condition, value);
    case 'hard-rule':
      return fact(kind, alternative, text, condition);
    case 'question':
      return fact(kind, question, text);
    case 'choice':
      return fact(kind, question, condition?.split('=')[1]);
    case 'limits':
      return fact(kind, question, ...limitsIn(text));
    case 'decision':
      return fact(kind, text);
    default:
      return fact(kind, decision, text);
  }
}

/** Reads `several: true, limit: 2, exclusive: a, b, not together: a & c`. */
function limitsIn(text: string): unknown[] {
  const limit = /limit: (\d+)/.exec(text)?.[1];
  const alone = /exclusive: (.*?)(?:, not together|$)/.exec(text)?.[1]?.split(', ') ?? [];
  const pairs = /not together: (.*)/.exec(text)?.[1]?.split(', ') ?? [];
  const several = text.startsWith('several: true');
  return [
    ...[several, several && (limit === undefined ? undefined : Number(limit))],
    ...[several && alone, several && pairs.sort()],
  ];
}
