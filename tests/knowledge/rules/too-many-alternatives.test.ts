import { tooManyAlternatives } from '../../../src/knowledge/rules/too-many-alternatives.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'split it into several decisions';

testRule(tooManyAlternatives, {
  trips: {
    'a decision with 31 alternatives': {
      layers: deciding(31),
      finds: [
        {
          at: 'decisions.yaml:3:5',
          message: '`store` has 31 alternatives, but only the first 30 are weighed',
          hint: HINT,
        },
      ],
    },
    'a pattern with 31 variants': {
      layers: varying(31),
      finds: [
        {
          at: 'doc.md:1:1',
          message: '`crowd` has 31 alternatives, but only the first 30 are weighed',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'a decision with 30 alternatives': deciding(30),
    'a pattern with 30 variants': varying(30),
  },
});

function deciding(number: number) {
  const others = Array.from({ length: number - 2 }, (_, index) => `a${index}`);
  const alternatives = ['sql', 'nosql', ...others].map((id) => `{ id: ${id}, name: ${id} }`);
  const decisions = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    alternatives: [${alternatives.join(', ')}]
`;
  return [soundLayer({ decisions, complete: false })];
}

function varying(number: number) {
  const claim = '- Benefits\n  - Performance: quick (judgement)\n';
  const variants = Array.from({ length: number }, (_, index) => `### V${index}\n\n${claim}`);
  const text = `## Crowd\n\nMany of them.\n\n${variants.join('\n')}`;
  return [soundLayer({ documents: { 'doc.md': text }, complete: false })];
}
