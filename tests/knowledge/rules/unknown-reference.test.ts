import { unknownReference } from '../../../src/knowledge/rules/unknown-reference.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownReference, {
  trips: {
    'a reference that is nearly a pattern': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low',
        '- Brings up',
        '  - `nosqll`: where to keep it',
      ),
      finds: [
        {
          at: 'doc.md:5:3',
          message: '`nosqll` is neither a decision nor a pattern',
          hint: 'did you mean `nosql`?',
        },
      ],
    },
    'a reference that is like none': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low',
        '- Brings up',
        '  - `idempotent-consumers`',
      ),
      finds: [
        {
          at: 'doc.md:5:3',
          message: '`idempotent-consumers` is neither a decision nor a pattern',
          hint: 'name a decision or a pattern by its id',
        },
      ],
    },
  },
  passes: {
    'a decision, a pattern, and words alone': withDocument(
      '## Saga',
      '',
      '- Latency: low',
      '- Brings up',
      '  - `store`: where to keep it',
      '  - `saga`: itself',
      '  - more work',
    ),
  },
});
