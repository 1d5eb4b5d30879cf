import { didYouMean } from '../../common/closest.ts';
import { type Rule, termsIn } from '../rule.ts';

export const unknownChoice: Rule = {
  id: 'unknown-choice',
  severity: 'error',
  check: (input, report) => {
    for (const { term, subjects } of termsIn(input)) {
      const known = subjects.get(term.subject) ?? term.choices;
      for (const choice of term.choices.filter((id) => !known.includes(id))) {
        const hint = didYouMean(choice, known, `choose one of ${known.join(', ')}`);
        report({
          message: `Unknown choice \`${choice}\` of \`${term.subject}\``,
          hint,
          place: term.place,
        });
      }
    }
  },
};
