import { ratingBeyondScale } from '../../../src/knowledge/rules/rating-beyond-scale.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'merge claims that say the same thing, or drop a `(strong)`';

testRule(ratingBeyondScale, {
  trips: {
    'claims that add up to more than +2 or less than −2': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low (strong)',
        '- Performance: high',
        '- Considerations',
        '  - Consistency: late (strong)',
        '  - Consistency: never (strong)',
      ),
      finds: [
        {
          at: 'doc.md:1:1',
          message: 'Claims of `Saga` on `performance` add up to +3, but the scale ends at +2',
          hint: HINT,
        },
        {
          at: 'doc.md:1:1',
          message: 'Claims of `Saga` on `consistency` add up to −4, but the scale ends at −2',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'claims that add up to the end of the scale': withDocument(
      '## Saga',
      '',
      '- Latency: low (strong)',
      '- Performance: high',
      '- Considerations',
      '  - Performance: one more call',
    ),
  },
});
