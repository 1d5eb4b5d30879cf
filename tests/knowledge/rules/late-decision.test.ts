import { lateDecision } from '../../../src/knowledge/rules/late-decision.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const STORE = '{ id: sql, name: SQL }, { id: nosql, name: NoSQL }';
const KIND = '{ id: pairs, name: Pairs }, { id: pages, name: Pages }';

testRule(lateDecision, {
  trips: {
    'a condition on a decision that stands below': {
      layers: layersWith(
        decision('kind', KIND, 'store: nosql'),
        decision('store', STORE, 'writes: few'),
      ),
      finds: [
        {
          at: 'decisions.yaml:8:21',
          message: '`kind` depends on `store`, which is decided after it',
          hint: 'move `store` above `kind`',
        },
      ],
    },
  },
  passes: {
    'a condition on a decision that stands above, or on a question': layersWith(
      decision('store', STORE, 'writes: few'),
      decision('kind', KIND, 'store: nosql & writes: many'),
    ),
  },
});

function decision(id: string, alternatives: string, condition: string): string {
  return `  - id: ${id}
    title: A title
    ask: Which one?
    driving: [consistency]
    alternatives: [${alternatives}]
    applies-when: ['${condition}']
`;
}

function layersWith(...decisions: readonly string[]) {
  const kinds = '## Pairs\n\n- Latency: low\n\n## Pages\n\n- Latency: low\n';
  const text = `version: 0.0.1\ndecisions:\n${decisions.join('')}`;
  return [soundLayer({ decisions: text, documents: { 'kinds.md': kinds } })];
}
