import type { Rule } from '../rule.ts';

/** One file that cannot be read costs nothing but what it says. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  check: ({ layers }, report) => {
    for (const { file, message, hint } of layers.flatMap(({ unread }) => unread)) {
      const place = { file, line: 1, column: 1 };
      report({ message, ...(hint !== undefined && { hint }), place });
    }
  },
};
