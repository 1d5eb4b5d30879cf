import { mixedClaim } from '../../../src/knowledge/rules/mixed-claim.ts';
import { decisionsWith, soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const QUALITIES = `qualities:
  - id: consistency
    name: Consistency
    definition: How much readers agree.
    scale: { worst: seldom, neutral: soon, best: always }
    phrases: { plus: [short locks] }
  - id: performance
    name: Performance
    definition: How long a request takes.
    scale: { worst: far longer, neutral: no change, best: far shorter }
    phrases: { plus: [prompt answers] }
`;
const HINT = 'split it and list each half where it belongs';

testRule(mixedClaim, {
  trips: {
    'a benefit with a phrase that speaks against a quality': {
      layers: withDocument('## Saga', '', '- Needs no more than eventual consistency'),
      finds: [
        {
          at: 'doc.md:3:1',
          message: 'Listed among the benefits but counts against `consistency`',
          hint: HINT,
        },
      ],
    },
    'a negation that says the opposite of the list': {
      layers: withDocument('## Saga', '', '- Disadvantages', '  - never eventual consistency'),
      finds: [
        {
          at: 'doc.md:4:3',
          message:
            '`eventual consistency` scores nothing: among considerations its sign for `consistency` is unclear',
          hint: 'begin the line with the quality (`Availability: text`), or rephrase it without the negation',
        },
      ],
    },
    'a phrase that speaks against the list that it stands in': {
      layers: withDocument('## Saga', '', '### Advantages', '', '- eventual consistency'),
      finds: [
        {
          at: 'doc.md:5:1',
          message:
            '`eventual consistency` scores nothing: among benefits its sign for `consistency` is unclear',
          hint: 'begin the line with the quality (`Availability: text`), or rephrase it without the negation',
        },
      ],
    },
    'a consideration with a phrase that speaks for a quality': {
      layers: [
        soundLayer({
          qualities: QUALITIES,
          decisions: decisionsWith('## Saga'),
          documents: {
            'doc.md': '## Saga\n\n- Considerations\n  - short locks and prompt answers (strong)',
            'stores.md': '## SQL\n\n- short locks\n\n## NoSQL\n\n- prompt answers',
          },
        }),
      ],
      finds: [
        {
          at: 'doc.md:4:3',
          message: 'Listed among the considerations but counts for `consistency`, `performance`',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'the same phrase on the side it speaks for': withDocument(
      '## Saga',
      '',
      '- Considerations',
      '  - eventual consistency',
    ),
  },
});
