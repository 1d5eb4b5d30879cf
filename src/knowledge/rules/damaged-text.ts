import { damageIn } from '../damage.ts';
import type { Rule } from '../rule.ts';

export const damagedText: Rule = {
  id: 'damaged-text',
  severity: 'warning',
  check: ({ documents }, report) => {
    for (const { file, text } of documents) {
      text.split('\n').forEach((content, index) => {
        for (const { word, repaired, column } of damageIn(content)) {
          const place = { file, line: index + 1, column };
          const hint = repaired
            ? `write \`${repaired}\``
            : 'a character was lost here: write it again';
          report({ message: `Damaged text \`${word}\``, hint, place });
        }
      });
    }
  },
};
