import { didYouMean } from '../../common/closest.ts';
import { type Rule, termsIn } from '../rule.ts';

export const unknownQuestion: Rule = {
  id: 'unknown-question',
  severity: 'error',
  check: (input, report) => {
    const { questions } = input;
    for (const { term, subjects, aboutPicks } of termsIn(input)) {
      if (aboutPicks || subjects.has(term.subject)) continue;
      const hint = didYouMean(
        term.subject,
        subjects.keys(),
        `name one of the ${questions.size} questions in questions.yaml`,
      );
      report({
        message: `Unknown question \`${term.subject}\` in a condition`,
        hint,
        place: term.place,
      });
    }
  },
};
