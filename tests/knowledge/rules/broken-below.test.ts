import { brokenBelow } from '../../../src/knowledge/rules/broken-below.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const KINDS = '{ id: pairs, name: Pairs }, { id: pages, name: Pages }';
const LEAVE_OUT = 'name the decision it is part of, or omit `below`';

testRule(brokenBelow, {
  trips: {
    'a decision below itself': {
      layers: layersWith({ kind: 'kind' }),
      finds: [{ at: 'decisions.yaml:4:5', message: '`kind` is below itself', hint: LEAVE_OUT }],
    },
    'a decision that nobody knows': {
      layers: layersWith({ kind: 'stores' }),
      finds: [
        {
          at: 'decisions.yaml:4:5',
          message: '`kind` is below the unknown decision `stores`',
          hint: 'did you mean `store`?',
        },
      ],
    },
    'decisions below each other, each of them': {
      layers: layersWith({ kind: 'store', store: 'kind' }),
      finds: [
        { at: 'decisions.yaml:3:5', message: '`store` is below itself', hint: LEAVE_OUT },
        { at: 'decisions.yaml:4:5', message: '`kind` is below itself', hint: LEAVE_OUT },
      ],
    },
  },
  passes: {
    'a decision below another one': layersWith({ kind: 'store' }),
    'no decision below any': layersWith({}),
  },
});

function layersWith(below: Readonly<Record<string, string>>) {
  const decision = (id: string, alternatives: string) =>
    `  - { id: ${id}, title: T, ask: A?, driving: [consistency], ${below[id] ? `below: ${below[id]}, ` : ''}alternatives: [${alternatives}] }\n`;
  const stores = '{ id: sql, name: SQL }, { id: nosql, name: NoSQL }';
  const text = `version: 0.0.1\ndecisions:\n${decision('store', stores)}${decision('kind', KINDS)}`;
  const kinds = '## Pairs\n\n- Latency: low\n\n## Pages\n\n- Latency: low\n';
  return [soundLayer({ decisions: text, documents: { 'kinds.md': kinds } })];
}
