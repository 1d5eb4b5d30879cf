import { didYouMean } from '../../common/closest.ts';
import type { Rule } from '../rule.ts';

export const undefinedFootnote: Rule = {
  id: 'undefined-footnote',
  severity: 'error',
  check: ({ documents }, report) => {
    for (const { footnotes, remains } of documents) {
      const defined = new Set(footnotes.map(({ id }) => id));
      for (const { name, place } of remains.footnoteReferences) {
        if (defined.has(name)) continue;
        const hint = didYouMean(
          name,
          defined,
          `add a line \`[^${name}]: source\` to this document`,
        );
        report({ message: `Footnote \`${name}\` has no definition`, hint, place });
      }
    }
  },
};
