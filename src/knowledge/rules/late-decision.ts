import type { Rule } from '../rule.ts';

export const lateDecision: Rule = {
  id: 'late-decision',
  severity: 'error',
  check: ({ decisions }, report) => {
    const places = new Map([...decisions.keys()].map((id, place) => [id, place]));
    const placeOf = (id: string) => places.get(id) ?? -1;
    for (const { id, appliesWhen } of decisions.values()) {
      const terms = appliesWhen.flatMap((condition) => condition.terms);
      for (const { subject, place } of terms) {
        if (placeOf(subject) < placeOf(id)) continue;
        const message = `\`${id}\` depends on \`${subject}\`, which is decided after it`;
        report({ message, hint: `move \`${subject}\` above \`${id}\``, place });
      }
    }
  },
};
