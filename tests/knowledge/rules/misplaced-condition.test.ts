import { misplacedCondition } from '../../../src/knowledge/rules/misplaced-condition.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'move the line to `Use when`, `Avoid when` or `Ruled out when`';

testRule(misplacedCondition, {
  trips: {
    'a condition on a claim, a container or a heading': {
      layers: withDocument(
        '## Saga `writes: few`',
        '',
        '- Latency: low `writes: many`',
        '- Considerations `writes: few`',
        '  - Consistency: later',
      ),
      finds: [
        { at: 'doc.md:1:9', message: 'The condition `writes: few` has no effect here', hint: HINT },
        {
          at: 'doc.md:3:16',
          message: 'The condition `writes: many` has no effect here',
          hint: HINT,
        },
        {
          at: 'doc.md:4:18',
          message: 'The condition `writes: few` has no effect here',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'a condition under each container that takes one': withDocument(
      '## Saga',
      '',
      '- Use when: it pays `writes: many`',
      '- Avoid when',
      '  - it does not `writes: few`',
      '- Ruled out when',
      '  - nobody wants it `writes: few`',
    ),
    'a code span without a colon': withDocument('## Saga', '', '- Latency: see `commit`'),
  },
});
