import { repeatedQuality } from '../../../src/knowledge/rules/repeated-quality.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(repeatedQuality, {
  trips: {
    'a quality that is named three times, and another one twice': {
      layers: layersWith('[consistency, performance, consistency, performance, consistency]'),
      finds: [
        {
          at: 'decisions.yaml:3:5',
          message: '`store` lists the driving quality `consistency` 3 times',
          hint: 'list it once; weights say how much it counts',
        },
        {
          at: 'decisions.yaml:3:5',
          message: '`store` lists the driving quality `performance` 2 times',
          hint: 'list it once; weights say how much it counts',
        },
      ],
    },
  },
  passes: { 'each quality once': layersWith('[performance, consistency]') },
});

function layersWith(driving: string) {
  const decisions = `version: 0.0.1
decisions:
  - { id: store, title: T, ask: A?, driving: ${driving}, alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }] }
`;
  return [soundLayer({ decisions })];
}
