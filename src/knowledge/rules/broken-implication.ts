import type { Implication, Question } from '../../model/question.ts';
import type { Rule } from '../rule.ts';

/**
 * An implication leaves some choices of a question of which one is picked, what one leaves another does not exclude, and no question implies anything about itself,
 * directly or through others.
 */
export const brokenImplication: Rule = {
  id: 'broken-implication',
  severity: 'error',
  check: ({ layers, questions }, report) => {
    const implications = layers.flatMap((layer) => layer.implications);
    for (const implication of implications) {
      const fault = faultOf(implication, questions.get(implication.question), implications);
      if (fault) report({ ...fault, place: implication.place });
    }
  },
};

interface Fault {
  readonly message: string;
  readonly hint: string;
}

function faultOf(
  implication: Implication,
  asked: Question | undefined,
  all: readonly Implication[],
): Fault | undefined {
  const { question, choices, condition } = implication;
  if (asked === undefined) return undefined;
  if (asked.several) {
    const message = `\`${question}\` takes several choices, so nothing can be implied about it`;
    return { message, hint: 'name a single-choice question' };
  }
  if (asked.choices.every(({ id }) => choices.includes(id))) {
    const message = `An implication leaves every choice of \`${question}\``;
    return { message, hint: 'name only the choices that remain' };
  }
  const other = all.find((each) => each !== implication && isAtOdds(implication, each));
  if (other) {
    const message = `No choice of \`${question}\` is left if both \`${condition.text}\` and \`${other.condition.text}\` hold`;
    return {
      message,
      hint: 'leave them at least one choice in common, or narrow one of the conditions',
    };
  }
  if (reachedFrom(question, all).has(question)) {
    const message = `\`${question}\` implies something about itself`;
    return { message, hint: 'remove one of the implications between these questions' };
  }
  return undefined;
}

/**
 * They leave nothing in common, and the same answers to the same questions fulfil both. Answers to different questions may
 * contradict each other through what they imply.
 */
function isAtOdds(one: Implication, other: Implication): boolean {
  const [own, its] = [one, other].map(({ condition }) => {
    return [...new Set(condition.terms.map(({ subject }) => subject))].sort().join();
  });
  if (one.question !== other.question || own !== its) return false;
  if (one.choices.some((choice) => other.choices.includes(choice))) return false;
  return one.condition.terms.every(({ subject, choices }) =>
    other.condition.terms
      .filter((term) => term.subject === subject)
      .every((term) => term.choices.some((choice) => choices.includes(choice))),
  );
}

/** The questions that the answer to one implies something about, directly or through others. */
function reachedFrom(question: string, all: readonly Implication[]): Set<string> {
  const reached = new Set<string>();
  const visit = (from: string) => {
    for (const { condition, question: to } of all) {
      const isNamed = condition.terms.some(({ subject }) => subject === from);
      if (!isNamed || reached.has(to)) continue;
      reached.add(to);
      visit(to);
    }
  };
  visit(question);
  return reached;
}
