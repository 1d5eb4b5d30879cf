import type { LayerFiles } from '../../../src/knowledge/layers.ts';
import { brokenRename } from '../../../src/knowledge/rules/broken-rename.ts';
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

testRule(brokenRename, {
  trips: {
    'a question renamed to one that is not there': {
      layers: renaming('{ question: updates, to: write }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`updates` is renamed to `write`, which is not an existing question',
          hint: 'did you mean `writes`?',
        },
      ],
    },
    'a decision renamed to a question': {
      layers: renaming('{ decision: shop, to: writes }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`shop` is renamed to `writes`, which is not an existing decision',
          hint: 'name an existing decision',
        },
      ],
    },
    'an alternative renamed to one that is not there': {
      layers: renaming('{ decision: store, alternative: rdbms, to: sqll }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`rdbms` is renamed to `sqll`, which is not an existing alternative',
          hint: 'did you mean `sql`?',
        },
      ],
    },
    'a choice that is still there': {
      layers: renaming('{ question: writes, choice: few, to: many }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`few` is renamed, but the choice still exists',
          hint: 'keep one of the two',
        },
      ],
    },
    'a question renamed to itself': {
      layers: renaming('{ question: writes, to: writes }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`writes` is renamed, but the question still exists',
          hint: 'keep one of the two',
        },
      ],
    },
    'two lines for one old id': {
      layers: renaming(
        '{ question: writes, choice: bit, to: few }',
        '{ question: writes, choice: bit, to: many }',
      ),
      finds: [
        {
          at: 'questions.yaml:11:5',
          message: '`bit` is renamed twice',
          hint: 'keep one of the two lines',
        },
      ],
    },
    'a trail of several steps': {
      layers: renaming('{ question: changes, to: updates }', '{ question: updates, to: writes }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`changes` is renamed to `updates`, which is itself renamed',
          hint: 'write `to: writes`',
        },
      ],
    },
    'a circle': {
      layers: renaming('{ question: changes, to: updates }', '{ question: updates, to: changes }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`changes` is renamed to `updates`, which is itself renamed',
          hint: 'the chain of renames leads nowhere: name an existing question',
        },
        {
          at: 'questions.yaml:11:5',
          message: '`updates` is renamed to `changes`, which is itself renamed',
          hint: 'the chain of renames leads nowhere: name an existing question',
        },
      ],
    },
    'a question renamed to one that is retired': {
      layers: renaming('{ question: updates, to: changes }').map(
        retiring('{ question: changes, because: no use }'),
      ),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`updates` is renamed to `changes`, which is retired',
          hint: 'retire `updates` as well and remove this line',
        },
      ],
    },
    'a choice renamed to one that is retired': {
      layers: renaming('{ question: writes, choice: bit, to: some }').map(
        retiring('{ question: writes, choice: some, because: no use }'),
      ),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`bit` is renamed to `some`, which is retired',
          hint: 'retire `bit` as well and remove this line',
        },
      ],
    },
    'a choice of an old question': {
      layers: renaming(
        '{ question: updates, to: writes }',
        '{ question: updates, choice: bit, to: few }',
      ),
      finds: [
        {
          at: 'questions.yaml:11:5',
          message: '`bit` is renamed in the unknown question `updates`',
          hint: 'write `writes`, its current id',
        },
      ],
    },
    'an alternative of a decision that is not there': {
      layers: renaming('{ decision: stores, alternative: rdbms, to: sql }'),
      finds: [
        {
          at: 'questions.yaml:10:5',
          message: '`rdbms` is renamed in the unknown decision `stores`',
          hint: 'did you mean `store`?',
        },
      ],
    },
  },
  passes: {
    'old ids that lead to those of today, two of them to one': renaming(
      '{ question: updates, to: writes }',
      '{ question: q_writes, to: writes }',
      '{ question: writes, choice: bit, to: few }',
      '{ decision: shop, to: store }',
      '{ decision: store, alternative: rdbms, to: sql }',
    ),
    'one old id of a question and of a decision': renaming(
      '{ question: old, to: writes }',
      '{ decision: old, to: store }',
    ),
    'a layer on top that knows better': [
      ...renaming('{ question: writes, choice: bit, to: few }'),
      layer({
        questions:
          'groups: []\nquestions: []\nrenamed: [{ question: writes, choice: bit, to: many }]',
      }),
    ].map((each, index) =>
      index === 0 || each.questions === undefined
        ? each
        : { ...each, questions: { ...each.questions, file: 'top/questions.yaml' } },
    ),
  },
});

function renaming(...lines: readonly string[]) {
  const renamed = lines.map((line) => `  - ${line}\n`).join('');
  return [soundLayer({ questions: `${QUESTIONS}renamed:\n${renamed}` })];
}

function retiring(line: string) {
  return (each: LayerFiles): LayerFiles => ({
    ...each,
    ...(each.questions && {
      questions: { ...each.questions, text: `${each.questions.text}retired: [${line}]\n` },
    }),
  });
}
