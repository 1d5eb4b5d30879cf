import { unknownDecision } from '../../../src/knowledge/rules/unknown-decision.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownDecision, {
  trips: {
    'a decision that is nearly one': {
      layers: layersWith("{ never: 'store: sql & stroe: nosql', because: it is odd }"),
      finds: [
        {
          at: 'decisions.yaml:10:39',
          message: 'Unknown decision `stroe` in a combination',
          hint: 'did you mean `store`?',
        },
      ],
    },
    'a question, in what is required': {
      layers: layersWith("{ when: 'store: sql', requires: 'writes: few', because: it is odd }"),
      finds: [
        {
          at: 'decisions.yaml:10:49',
          message: 'Unknown decision `writes` in a combination',
          hint: 'name one of the 1 decisions in decisions.yaml',
        },
      ],
    },
  },
  passes: {
    'decisions that there are': layersWith("{ never: 'store: sql', because: it is old }"),
  },
});

function layersWith(combination: string) {
  return [
    soundLayer({
      decisions: `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency, performance]
    alternatives:
      - { id: sql, name: SQL }
      - { id: nosql, name: NoSQL }
combinations: [${combination}]
`,
    }),
  ];
}
