import { tooManyDrivingQualities } from '../../../src/knowledge/rules/too-many-driving-qualities.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const NAMES = ['consistency', 'performance', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];

testRule(tooManyDrivingQualities, {
  trips: {
    'a decision that eight qualities drive': {
      layers: drivenBy(8),
      finds: [
        {
          at: 'decisions.yaml:3:5',
          message: '`store` has 8 driving qualities, but at most 7 are allowed',
          hint: 'keep those that decide it; five is typical',
        },
      ],
    },
  },
  passes: { 'a decision that seven qualities drive': drivenBy(7) },
});

function drivenBy(number: number) {
  const qualities = NAMES.map(
    (name) => `  - id: ${name}
    name: ${name}
    definition: One of many.
    scale: { worst: low, neutral: middle, best: high }
`,
  );
  const decisions = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [${NAMES.slice(0, number).join(', ')}]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
`;
  return [soundLayer({ qualities: `qualities:\n${qualities.join('')}`, decisions })];
}
