import { duplicateId } from '../../../src/knowledge/rules/duplicate-id.ts';
import { decisionsWith, soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'rename one of them, or merge them';
const QUALITY = `  - id: consistency
    name: Consistency
    definition: How much readers agree.
    scale: { worst: seldom, neutral: soon, best: always }
`;
const PERFORMANCE = QUALITY.replaceAll(/consistency/gi, 'performance');
const CHOICES = ['{ id: few, label: Little }', '{ id: many, label: A lot }'];
const ALTERNATIVES = ['{ id: sql, name: SQL }', '{ id: nosql, name: NoSQL }'];

testRule(duplicateId, {
  trips: {
    'two patterns of one layer': {
      layers: [soundLayer({ documents: { 'doc.md': '## The SQL database\n\n- Latency: low' } })],
      finds: [
        {
          at: 'doc.md:1:1',
          message: 'Pattern `sql` is already defined at stores.md:1',
          hint: HINT,
        },
      ],
    },
    'a heading and a bullet': {
      layers: withDocument('## Stores', '', '- NoSQL', '  - Latency: near', '- Latency: far'),
      finds: [
        {
          at: 'doc.md:3:1',
          message: 'Pattern `nosql` is already defined at stores.md:5',
          hint: HINT,
        },
      ],
    },
    'two footnotes of one document': {
      layers: withDocument('## Saga', '', '- Latency: low [^a]', '', '[^a]: A', '', '[^a]: B'),
      finds: [
        { at: 'doc.md:7:1', message: 'Footnote `a` is already defined at doc.md:5', hint: HINT },
      ],
    },
    'two qualities': {
      layers: [soundLayer({ qualities: `qualities:\n${QUALITY}${PERFORMANCE}${QUALITY}` })],
      finds: [
        {
          at: 'qualities.yaml:10:5',
          message: 'Quality `consistency` is already defined at qualities.yaml:2',
          hint: HINT,
        },
      ],
    },
    'a question and a decision': {
      layers: [soundLayer({ questions: questions('store', CHOICES) })],
      finds: [
        {
          at: 'decisions.yaml:3:5',
          message: 'Question or decision `store` is already defined at questions.yaml:4',
          hint: HINT,
        },
      ],
    },
    'two choices of one question': {
      layers: [
        soundLayer({ questions: questions('writes', [...CHOICES, ...CHOICES.slice(0, 1)]) }),
      ],
      finds: [
        {
          at: 'questions.yaml:11:9',
          message: 'Choice `few` is already defined at questions.yaml:9',
          hint: HINT,
        },
      ],
    },
    'two alternatives': {
      layers: [
        soundLayer({ decisions: decisions([...ALTERNATIVES, ...ALTERNATIVES.slice(0, 1)]) }),
      ],
      finds: [
        {
          at: 'decisions.yaml:10:9',
          message: 'Alternative `sql` is already defined at decisions.yaml:8',
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'one footnote id in two documents': [
      soundLayer({
        documents: {
          'a.md': '## Saga\n\n- Latency: low [^a]\n\n[^a]: A\n',
          'b.md': '## Sharding\n\n- Latency: low [^a]\n\n[^a]: B\n',
        },
        decisions: decisionsWith('## Saga', '## Sharding'),
      }),
    ],
    'one choice id in two questions': [
      soundLayer({
        questions: questions('writes', CHOICES).concat(
          questions('reads', CHOICES).split('questions:\n')[1] ?? '',
        ),
      }),
    ],
  },
});

function questions(id: string, choices: readonly string[]): string {
  return `groups:
  - { id: scale, name: Scale }
questions:
  - id: ${id}
    group: scale
    ask: How much?
    help: Count.
    choices:
${choices.map((choice) => `      - ${choice}\n`).join('')}`;
}

function decisions(alternatives: readonly string[]): string {
  return `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    alternatives:
${alternatives.map((alternative) => `      - ${alternative}\n`).join('')}`;
}
