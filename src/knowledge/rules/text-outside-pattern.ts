import type { Rule } from '../rule.ts';

export const textOutsidePattern: Rule = {
  id: 'text-outside-pattern',
  severity: 'warning',
  check: ({ documents }, report) => {
    for (const { file, patterns, remains } of documents) {
      const hint = 'a pattern starts with a second-level heading: `## Name`';
      const place = { file, line: 1, column: 1 };
      if (patterns.length === 0) report({ message: 'No pattern in this document', hint, place });
      for (const line of remains.preamble) {
        if (line.text !== '')
          report({
            message: `Text before the first pattern: "${line.text}"`,
            hint,
            place: line.place,
          });
      }
    }
  },
};
