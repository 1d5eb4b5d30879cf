import { unknownContainer } from '../../../src/knowledge/rules/unknown-container.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownContainer, {
  trips: {
    'a name that is nearly a container': {
      layers: withDocument('## Saga', '', '- Latency: low', '- Advantges:', '  - Latency: low'),
      finds: [
        {
          at: 'doc.md:4:1',
          message: 'Unknown container `Advantges`',
          hint: 'did you mean `Advantages`?',
        },
      ],
    },
    'a heading that is neither container nor alternative': {
      layers: withDocument('## Saga', '', '- Latency: low', '', '### History', '', 'Long ago.'),
      finds: [
        {
          at: 'doc.md:5:1',
          message: 'Unknown container `History`',
          hint: 'a list below a line needs a container such as `Advantages`, or the name of an alternative',
        },
      ],
    },
  },
  passes: {
    'containers and a claim with a remark': withDocument(
      '## Saga',
      '',
      '- Advantages:',
      '  - Latency: low',
      '- Consistency: strict',
      '  - Consistency: measured',
    ),
  },
});
