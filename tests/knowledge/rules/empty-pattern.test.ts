import { emptyPattern } from '../../../src/knowledge/rules/empty-pattern.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(emptyPattern, {
  trips: {
    'a heading with nothing but a summary': {
      layers: withDocument('## Saga', '', 'Undone step by step.'),
      finds: [
        {
          at: 'doc.md:1:1',
          message: '`Saga` lists no arguments for or against it',
          hint: 'add `Advantages`, `Disadvantages` or `Use when`',
        },
      ],
    },
  },
  passes: {
    'a claim': withDocument('## Saga', '', '- Latency: low'),
    'evidence alone': withDocument('## Saga', '', '- Use when', '  - it pays `writes: many`'),
    'types alone': withDocument('## Saga', '', '- Types', '  - Long: Alpha, Beta'),
  },
});
