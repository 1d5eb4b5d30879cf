import { unknownChoice } from '../../../src/knowledge/rules/unknown-choice.ts';
import { notCoveredWhen, soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownChoice, {
  trips: {
    'a choice that is nearly one of the question': {
      layers: withDocument('## Saga', '', '- Use when', '  - it pays `writes: few | mony`'),
      finds: [
        {
          at: 'doc.md:4:14',
          message: 'Unknown choice `mony` of `writes`',
          hint: 'did you mean `many`?',
        },
      ],
    },
    'a choice that is like none of the question': {
      layers: withDocument('## Saga', '', '- Use when', '  - it pays `writes: few & writes: xyz`'),
      finds: [
        {
          at: 'doc.md:4:28',
          message: 'Unknown choice `xyz` of `writes`',
          hint: 'choose one of few, many',
        },
      ],
    },
    'an alternative that a decision does not have': {
      layers: appliesWhen('store: sqk'),
      finds: [
        {
          at: 'decisions.yaml:9:21',
          message: 'Unknown choice `sqk` of `store`',
          hint: 'did you mean `sql`?',
        },
      ],
    },
    'a choice that is nearly one, where the knowledge names a limit of its own': {
      layers: notCoveredWhen('writes: mony'),
      finds: [
        {
          at: 'questions.yaml:12:12',
          message: 'Unknown choice `mony` of `writes`',
          hint: 'did you mean `many`?',
        },
      ],
    },
  },
  passes: {
    'a choice where the knowledge names a limit': notCoveredWhen('writes: many'),
    'choices of a question': withDocument(
      '## Saga',
      '',
      '- Use when',
      '  - it pays `writes: few | many`',
    ),
    'an alternative of another decision': appliesWhen('store: sql | nosql'),
  },
});

function appliesWhen(condition: string) {
  const decisions = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
  - id: kind
    applies-when: ['${condition}']
    title: Kind
    ask: Which kind?
    driving: [consistency]
    alternatives: [{ id: pairs, name: Pairs }, { id: pages, name: Pages }]
`;
  const kinds = '## Pairs\n\n- Latency: low\n\n## Pages\n\n- Latency: low\n';
  return [soundLayer({ decisions, documents: { 'kinds.md': kinds } })];
}
