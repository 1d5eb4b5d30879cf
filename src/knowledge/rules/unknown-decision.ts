import { didYouMean } from '../../common/closest.ts';
import { type Rule, termsIn } from '../rule.ts';

export const unknownDecision: Rule = {
  id: 'unknown-decision',
  severity: 'error',
  check: (input, report) => {
    for (const { term, subjects, aboutPicks } of termsIn(input)) {
      if (!aboutPicks || subjects.has(term.subject)) continue;
      const hint = didYouMean(
        term.subject,
        subjects.keys(),
        `name one of the ${subjects.size} decisions in decisions.yaml`,
      );
      report({
        message: `Unknown decision \`${term.subject}\` in a combination`,
        hint,
        place: term.place,
      });
    }
  },
};
