import { claimWithoutQuality } from '../../../src/knowledge/rules/claim-without-quality.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(claimWithoutQuality, {
  trips: {
    'a claim with neither a telling label nor a phrase': {
      layers: withDocument('## Saga', '', '- Consistency: short locks', '- Fun: it is new'),
      finds: [
        {
          at: 'doc.md:4:1',
          message: 'Claim without a quality: "Fun: it is new"',
          hint: 'start it with a quality: `Performance: text`; until then, it is shown but does not score',
        },
      ],
    },
  },
  passes: {
    'a label that is an alias': withDocument('## Saga', '', '- Latency: short locks'),
    'a phrase': withDocument('## Saga', '', '- Considerations', '  - eventual consistency'),
  },
});
