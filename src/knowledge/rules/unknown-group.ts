import { didYouMean } from '../../common/closest.ts';
import type { Rule } from '../rule.ts';

/** A question is asked under a heading that exists. */
export const unknownGroup: Rule = {
  id: 'unknown-group',
  severity: 'error',
  check: ({ layers, questions }, report) => {
    const known = new Set(layers.flatMap(({ groups }) => groups).map(({ id }) => id));
    for (const { id, group, place } of questions.values()) {
      if (known.has(group)) continue;
      const hint = didYouMean(group, known, 'define it under `groups` in questions.yaml');
      report({ message: `Unknown group \`${group}\` of the question \`${id}\``, hint, place });
    }
  },
};
