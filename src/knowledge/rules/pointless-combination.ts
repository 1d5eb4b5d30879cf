import type { Term } from '../../model/condition.ts';
import type { Rule } from '../rule.ts';

/** Of a decision with one pick, a combination can name one at most: two never hold together. */
export const pointlessCombination: Rule = {
  id: 'pointless-combination',
  severity: 'error',
  check: ({ layers, decisions }, report) => {
    const hasOnePick = ({ subject }: Term) => decisions.get(subject)?.several === false;
    for (const { when, requires } of layers.flatMap(({ combinations }) => combinations)) {
      const wanted = requires?.terms ?? [];
      for (const term of repeated([...when.terms, ...wanted]).filter(hasOnePick)) {
        const { subject, place } = term;
        const message = wanted.includes(term)
          ? `A pick of \`${subject}\` requires another pick of \`${subject}\``
          : `A combination names \`${subject}\` twice`;
        const hint =
          'a decision has one pick: join its alternatives with `|`, or name another decision';
        report({ message, hint, place });
      }
    }
  },
};

/** The terms whose decision an earlier one names. */
function repeated(terms: readonly Term[]): Term[] {
  const subjects = terms.map(({ subject }) => subject);
  return terms.filter(({ subject }, index) => subjects.indexOf(subject) < index);
}
