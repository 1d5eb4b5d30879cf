import { evidenceWithoutCondition } from '../../../src/knowledge/rules/evidence-without-condition.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT =
  'end it with a condition: `question: choice`; until then, it is shown but does not count';

testRule(evidenceWithoutCondition, {
  trips: {
    'items without a condition, whatever they speak for': {
      layers: withDocument(
        '## Saga',
        '',
        '- Use when',
        '  - steps are short',
        '- Avoid when',
        '  - steps are long (strong)',
        '- Ruled out when',
        '  - there are none',
      ),
      finds: [
        {
          at: 'doc.md:4:3',
          message: 'No condition says when this applies: "steps are short"',
          hint: HINT,
        },
        {
          at: 'doc.md:6:3',
          message: 'No condition says when this applies: "steps are long"',
          hint: HINT,
        },
        {
          at: 'doc.md:8:3',
          message: 'No condition says when this applies: "there are none"',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'a condition': withDocument('## Saga', '', '- Use when', '  - it pays `writes: many`'),
    'use cases': withDocument('## Saga', '', '- Latency: low', '- Use cases', '  - travel'),
  },
});
