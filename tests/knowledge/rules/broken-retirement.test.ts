import { brokenRetirement } from '../../../src/knowledge/rules/broken-retirement.ts';
import { layer, soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const QUESTIONS = `groups:
  - { id: scale, name: Scale }
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices: [{ id: few, label: Little }, { id: many, label: A lot }]
`;

testRule(brokenRetirement, {
  trips: {
    'a question that is still there': {
      layers: retiring('{ question: writes, because: nobody counts }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`writes` is retired, but the question still exists',
          hint: 'keep one of the two',
        },
      ],
    },
    'a choice that is still there': {
      layers: retiring('{ question: writes, choice: few, because: too little }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`few` is retired, but the choice still exists',
          hint: 'keep one of the two',
        },
      ],
    },
    'a question that a layer below asks': {
      layers: [
        soundLayer(),
        layer({ questions: only('retired: [{ question: writes, because: we never ask }]') }),
      ],
      finds: [
        {
          at: 'questions.yaml:3:11',
          message: '`writes` is retired, but the question still exists',
          hint: 'keep one of the two',
        },
      ],
    },
    'two lines for one question': {
      layers: retiring(
        '{ question: updates, because: asked by writes }',
        '{ question: updates, because: nobody knows }',
      ),
      finds: [
        {
          at: 'questions.yaml:11:5',
          message: '`updates` is retired twice',
          hint: 'keep one of the two lines',
        },
      ],
    },
    'two lines for one choice': {
      layers: retiring(
        '{ question: writes, choice: bit, because: is few }',
        '{ question: writes, choice: bit, because: is few }',
      ),
      finds: [
        {
          at: 'questions.yaml:11:5',
          message: '`bit` is retired twice',
          hint: 'keep one of the two lines',
        },
      ],
    },
    'a question that is renamed as well': {
      layers: besideRename(
        '{ question: updates, to: writes }',
        '{ question: updates, because: no use }',
      ),
      finds: [
        {
          at: 'questions.yaml:12:5',
          message: '`updates` is both retired and renamed to `writes`',
          hint: 'keep one of the two lines',
        },
      ],
    },
    'a choice that is renamed as well': {
      layers: besideRename(
        '{ question: writes, choice: bit, to: few }',
        '{ question: writes, choice: bit, because: no use }',
      ),
      finds: [
        {
          at: 'questions.yaml:12:5',
          message: '`bit` is both retired and renamed to `few`',
          hint: 'keep one of the two lines',
        },
      ],
    },
    'a choice of a question that is not there': {
      layers: retiring('{ question: writess, choice: bit, because: no use }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`bit` is retired in the unknown question `writess`',
          hint: 'did you mean `writes`?',
        },
      ],
    },
    'a choice of a question that is called something else today': {
      layers: besideRename(
        '{ question: updates, to: writes }',
        '{ question: updates, choice: bit, because: no use }',
      ),
      finds: [
        {
          at: 'questions.yaml:12:5',
          message: '`bit` is retired in the unknown question `updates`',
          hint: 'write `writes`, its current id',
        },
      ],
    },
    'a choice of a question that is retired as a whole': {
      layers: retiring(
        '{ question: updates, because: no use }',
        '{ question: updates, choice: bit, because: no use }',
      ),
      finds: [
        {
          at: 'questions.yaml:11:5',
          message: '`bit` is retired in the unknown question `updates`',
          hint: 'remove this line: the whole question is retired',
        },
      ],
    },
  },
  passes: {
    'questions and choices that are not asked any more': retiring(
      '{ question: updates, because: asked by writes }',
      '{ question: few, because: no use }',
      '{ question: writes, choice: bit, because: is few }',
      '{ question: writes, choice: updates, because: is few }',
    ),
    'a question that a layer on top brings back': [
      ...retiring('{ question: updates, because: no use }'),
      layer({
        questions: `groups: []
questions:
  - id: updates
    group: scale
    ask: How much is changed?
    help: Count.
    choices: [{ id: few, label: Little }, { id: many, label: A lot }]
`,
      }),
    ],
    'a layer on top that has a better reason': [
      ...retiring('{ question: updates, because: no use }'),
      layer({ questions: only('retired: [{ question: updates, because: ask writes }]') }),
    ],
    'a layer on top that knows another name': [
      ...retiring('{ question: updates, because: no use }'),
      layer({ questions: only('renamed: [{ question: updates, to: writes }]') }),
    ],
  },
});

function retiring(...lines: readonly string[]) {
  const retired = lines.map((line) => `  - ${line}\n`).join('');
  return [soundLayer({ questions: `${QUESTIONS}retired:\n${retired}` })];
}

function besideRename(renamed: string, retired: string) {
  return [
    soundLayer({ questions: `${QUESTIONS}renamed:\n  - ${renamed}\nretired:\n  - ${retired}\n` }),
  ];
}

function only(list: string): string {
  return `groups: []\nquestions: []\n${list}\n`;
}
