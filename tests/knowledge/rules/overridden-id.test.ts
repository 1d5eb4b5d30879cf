import { overriddenId } from '../../../src/knowledge/rules/overridden-id.ts';
import { decisionsWith, layer, soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'rename it to keep both';
const QUALITIES = `qualities:
  - id: performance
    name: Performance
    definition: How soon a request is answered.
    scale: { worst: far longer, neutral: no change, best: far shorter }
`;
const QUESTIONS = `groups: []
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Ask.
    choices: [{ id: few, label: Little }, { id: many, label: Much }]
`;
const DECISIONS = `version: 0.0.2
decisions:
  - id: store
    title: Main store
    ask: Which store?
    driving: [consistency]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
`;

testRule(overriddenId, {
  trips: {
    'a pattern of a layer below': {
      layers: [
        soundLayer(),
        layer({ documents: { 'mine.md': '\n## The SQL database\n\n- Consistency: strict\n' } }),
      ],
      finds: [found('mine.md:2:1', '`sql` replaces the one at stores.md:1')],
    },
    'a quality, a question and a decision of a layer below': {
      layers: [
        soundLayer(),
        layer({ qualities: QUALITIES, questions: QUESTIONS, decisions: DECISIONS }),
      ],
      finds: [
        found('decisions.yaml:3:5', '`store` replaces the one at decisions.yaml:3'),
        found('qualities.yaml:2:5', '`performance` replaces the one at qualities.yaml:7'),
        found('questions.yaml:3:5', '`writes` replaces the one at questions.yaml:4'),
      ],
    },
  },
  passes: {
    'ids of two kinds': [
      soundLayer({ decisions: decisionsWith('## Writes') }),
      layer({ documents: { 'mine.md': '## Writes\n\n- Latency: low\n' } }),
    ],
  },
});

function found(at: string, message: string) {
  return { at, message, hint: HINT };
}
