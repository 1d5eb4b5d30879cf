import { unreachableVariant } from '../../../src/knowledge/rules/unreachable-variant.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unreachableVariant, {
  trips: {
    'a variant without siblings that no decision names': {
      layers: withDocument('## Saga', '', '- Quick one', '  - Advantages', '    - Latency: low'),
      finds: [
        {
          at: 'doc.md:3:1',
          message: 'No decision weighs `Quick one`',
          hint: 'name it in decisions.yaml, or put an alternative beside it',
        },
      ],
    },
  },
  passes: {
    'two siblings': withDocument(
      '## Saga',
      '',
      '- Quick one',
      '  - Advantages',
      '    - Latency: low',
      '- Slow one',
      '  - Disadvantages',
      '    - Latency: high',
    ),
  },
});
