import { closest } from '../../common/closest.ts';
import { MARKERS } from '../markdown/tail.ts';
import type { Rule } from '../rule.ts';

export const unknownMarker: Rule = {
  id: 'unknown-marker',
  severity: 'error',
  check: ({ documents }, report) => {
    for (const { name, place } of documents.flatMap(({ remains }) => remains.parentheses)) {
      const near = closest(name, MARKERS);
      if (near === undefined) continue;
      report({
        message: `Unknown marker \`(${name})\``,
        hint: `did you mean \`(${near})\`?`,
        place,
      });
    }
  },
};
