import { brokenBands } from '../../../src/knowledge/rules/broken-bands.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT =
  'bands start at 0, each starts where the previous one ends, and the highest has no `to`';

testRule(brokenBands, {
  trips: {
    'a gap between two bands': {
      layers: withBands('from: 0, to: 10', 'from: 20'),
      finds: [gapOrOverlap()],
    },
    'an overlap of two bands': {
      layers: withBands('from: 0, to: 10', 'from: 5'),
      finds: [gapOrOverlap()],
    },
    'bands that do not start at 0': {
      layers: withBands('from: 1, to: 10', 'from: 10'),
      finds: [gapOrOverlap()],
    },
    'a band after the one without end': {
      layers: withBands('from: 0', 'from: 10'),
      finds: [gapOrOverlap()],
    },
    'a highest band that ends beside a choice without a band': {
      layers: withBands('from: 0, to: 10', 'weights: {}'),
      finds: [finding('The highest band of `writes` ends at 10')],
    },
    'a last band that ends': {
      layers: withBands('from: 0, to: 10', 'from: 10, to: 20'),
      finds: [finding('The highest band of `writes` ends at 20')],
    },
    'a band that ends before it starts': {
      layers: withBands('from: 0, to: 10', 'from: 10, to: 5', 'from: 5'),
      finds: [gapOrOverlap()],
    },
  },
  passes: {
    'bands that follow each other': withBands('from: 0, to: 10', 'from: 10, to: 20', 'from: 20'),
    'bands from the highest to the lowest': withBands(
      'from: 20',
      'from: 10, to: 20',
      'from: 0, to: 10',
    ),
    'a choice without a band beside others': withBands(
      'from: 0, to: 10',
      'weights: {}',
      'from: 10',
    ),
    'choices without any band': withBands('weights: {}', 'weights: {}'),
  },
});

function gapOrOverlap() {
  return finding('The bands of `writes` leave a gap or overlap');
}

function finding(message: string) {
  return { at: 'questions.yaml:4:5', message, hint: HINT };
}

function withBands(...bands: readonly string[]) {
  const choices = bands.map((band, index) => `      - { id: c${index}, label: C, ${band} }\n`);
  const questions = `groups:
  - { id: scale, name: Scale }
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices:
${choices.join('')}`;
  return [soundLayer({ questions })];
}
