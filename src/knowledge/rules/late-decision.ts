import type { Rule } from '../rule.ts';

export const lateDecision: Rule = {
  id: 'late-decision',
  severity: 'error',
  check: ({ decisions }, report) => {
    const ids = [...decisions.keys()];
    for (const { id, appliesWhen } of decisions.values()) {
      const terms = appliesWhen.flatMap((condition) => condition.terms);
      for (const { subject, place } of terms) {
        if (ids.indexOf(subject) < ids.indexOf(id)) continue;
        const message = `\`${id}\` hangs on \`${subject}\`, which is decided after it`;
        report({ message, hint: `put \`${subject}\` before \`${id}\``, place });
      }
    }
  },
};
