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
        message: `\`${id}\` has ${driving.length} driving qualities, but at most ${MOST} are allowed`,
        hint: 'keep those that decide it; five is typical',
        place,
      });
    }
  },
};
