import type { Rule } from '../rule.ts';

/** With all qualities voting everywhere, evidence drowns (docs/model.md, "Objects"). */
const MOST = 7;

export const tooManyDrivingQualities: Rule = {
  id: 'too-many-driving-qualities',
  severity: 'warning',
  check: ({ decisions }, report) => {
    for (const { id, driving, place } of decisions.values()) {
      if (driving.length <= MOST) continue;
      report({
        message: `\`${id}\` is driven by ${driving.length} qualities, and ${MOST} are the most`,
        hint: 'keep those that decide it; five are usual',
        place,
      });
    }
  },
};
