import { pointlessCombination } from '../../../src/knowledge/rules/pointless-combination.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'a decision has one pick: join its alternatives with `|`, or name another decision';

testRule(pointlessCombination, {
  trips: {
    'a decision that is named twice': {
      layers: layersWith("never: 'store: sql & kind: pairs & store: nosql'"),
      finds: [
        {
          at: 'decisions.yaml:6:42',
          message: 'A combination names `store` twice',
          hint: HINT,
        },
      ],
    },
    'a decision that is named twice where something is required': {
      layers: layersWith("when: 'store: sql & store: nosql', requires: 'kind: pairs'"),
      finds: [
        { at: 'decisions.yaml:6:27', message: 'A combination names `store` twice', hint: HINT },
      ],
    },
    'a pick that requires another one of the same decision': {
      layers: layersWith("when: 'store: sql', requires: 'store: nosql'"),
      finds: [
        {
          at: 'decisions.yaml:6:38',
          message: 'A pick of `store` requires another pick of `store`',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'decisions that are named once': layersWith("never: 'store: sql | nosql & kind: pairs'"),
    'several picks of one decision': layersWith("never: 'kind: pairs & kind: pages'", true),
    'a technique that needs another one': layersWith(
      "when: 'kind: pairs', requires: 'kind: pages'",
      true,
    ),
  },
});

function layersWith(combination: string, several = false) {
  const decisions = `version: 0.0.1
decisions:
  - { id: store, title: T, ask: A?, driving: [consistency], alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }] }
  - { id: kind, title: T, ask: A?, several: ${several}, driving: [consistency], alternatives: [{ id: pairs, name: Pairs }, { id: pages, name: Pages }] }
combinations:
  - { ${combination}, because: so it is }
`;
  const kinds = '## Pairs\n\n- Latency: low\n\n## Pages\n\n- Latency: low\n';
  return [soundLayer({ decisions, documents: { 'kinds.md': kinds } })];
}
