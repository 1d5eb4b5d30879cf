import { unknownQuality } from '../../../src/knowledge/rules/unknown-quality.ts';
import { soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const QUESTIONS = `groups: [{ id: scale, name: Scale }]
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices:
      - { id: few, label: Little, weights: { beauty: 1 } }
      - { id: many, label: A lot }
`;

testRule(unknownQuality, {
  trips: {
    'a label that is nearly a quality': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low',
        '- Mitigations',
        '  - Latnecy: wait less',
      ),
      finds: [
        {
          at: 'doc.md:5:3',
          message: 'Unknown quality `Latnecy`',
          hint: 'did you mean `latency`?',
        },
      ],
    },
    'a driving quality that does not exist': {
      layers: [soundLayer({ decisions: decisions('perfomance') })],
      finds: [
        {
          at: 'decisions.yaml:3:5',
          message: 'Unknown quality `perfomance`',
          hint: 'did you mean `performance`?',
        },
      ],
    },
    'a weight of a quality that is like none': {
      layers: [soundLayer({ questions: QUESTIONS })],
      finds: [
        {
          at: 'questions.yaml:8:9',
          message: 'Unknown quality `beauty`',
          hint: 'add it to qualities.yaml',
        },
      ],
    },
  },
  passes: {
    'an alias, and a label of a mitigation that is like none': withDocument(
      '## Saga',
      '',
      '- Latency: low',
      '- Mitigations',
      '  - Nerves: sleep',
    ),
  },
});

function decisions(quality: string): string {
  return `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency, ${quality}]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
`;
}
