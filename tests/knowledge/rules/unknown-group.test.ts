import { unknownGroup } from '../../../src/knowledge/rules/unknown-group.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownGroup, {
  trips: {
    'a group that is nearly one': {
      layers: withGroup('scael'),
      finds: [finding('scael', 'did you mean `scale`?')],
    },
    'a group that nobody defines': {
      layers: withGroup('weather'),
      finds: [finding('weather', 'define it under `groups` in questions.yaml')],
    },
  },
  passes: {
    'a group of the same layer': withGroup('scale'),
  },
});

function finding(group: string, hint: string) {
  return {
    at: 'questions.yaml:4:5',
    message: `Unknown group \`${group}\` of the question \`size\``,
    hint,
  };
}

function withGroup(group: string) {
  const questions = `groups:
  - { id: scale, name: Scale }
questions:
  - id: size
    group: ${group}
    ask: How large is it?
    help: Measure.
    choices:
      - { id: small, label: Small }
      - { id: large, label: Large, weights: { performance: 2 } }
`;
  return [soundLayer({ questions })];
}
