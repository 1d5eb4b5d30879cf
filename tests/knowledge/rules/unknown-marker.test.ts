import { unknownMarker } from '../../../src/knowledge/rules/unknown-marker.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownMarker, {
  trips: {
    'a parenthesis that is nearly a marker': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low (stong)',
        '- Consistency: late (judgment)',
      ),
      finds: [
        { at: 'doc.md:3:1', message: 'Unknown marker `(stong)`', hint: 'did you mean `(strong)`?' },
        {
          at: 'doc.md:4:1',
          message: 'Unknown marker `(judgment)`',
          hint: 'did you mean `(judgement)`?',
        },
      ],
    },
  },
  passes: {
    'the three markers': withDocument(
      '## Saga',
      '',
      '- Latency: low (strong)',
      '- Consistency: late (Contested) (judgement)',
    ),
    'a parenthesis that is part of the sentence': withDocument(
      '## Saga (undone step by step)',
      '',
      '- Latency: low (as a rule)',
    ),
  },
});
