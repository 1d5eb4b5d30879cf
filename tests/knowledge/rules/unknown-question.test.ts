import { unknownQuestion } from '../../../src/knowledge/rules/unknown-question.ts';
import { notCoveredWhen, soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownQuestion, {
  trips: {
    'a question that is nearly one': {
      layers: withDocument('## Saga', '', '- Use when', '  - it pays `writes: few & wrties: few`'),
      finds: [
        {
          at: 'doc.md:4:28',
          message: 'Unknown question `wrties` in a condition',
          hint: 'did you mean `writes`?',
        },
      ],
    },
    'a decision in a document, where only questions count': {
      layers: withDocument('## Saga', '', '- Use when', '  - it pays `store: sql`'),
      finds: [
        {
          at: 'doc.md:4:14',
          message: 'Unknown question `store` in a condition',
          hint: 'name one of the 1 questions in questions.yaml',
        },
      ],
    },
    'neither question nor decision in a decision': {
      layers: appliesWhen('stre: sql'),
      finds: [
        {
          at: 'decisions.yaml:8:21',
          message: 'Unknown question `stre` in a condition',
          hint: 'did you mean `store`?',
        },
      ],
    },
    'a question that is nearly one, where the knowledge names a limit of its own': {
      layers: notCoveredWhen('wrties: few'),
      finds: [
        {
          at: 'questions.yaml:12:12',
          message: 'Unknown question `wrties` in a condition',
          hint: 'did you mean `writes`?',
        },
      ],
    },
  },
  passes: {
    'a question where the knowledge names a limit': notCoveredWhen('writes: many'),
    'a question of the knowledge': withDocument(
      '## Saga',
      '',
      '- Use when',
      '  - it pays `writes: few`',
    ),
    'a question in a decision': appliesWhen('writes: few'),
  },
});

function appliesWhen(condition: string) {
  const decisions = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    # the second half hangs on the first
    applies-when: ['${condition}']
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
`;
  return [soundLayer({ decisions })];
}
