import { malformedCondition } from '../../../src/knowledge/rules/malformed-condition.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'a condition is `question: choice | choice & question: choice`';

testRule(malformedCondition, {
  trips: {
    'a negation, a name with blanks, a second colon, or a part without a colon': {
      layers: withEvidence(
        '`writes: !few`',
        '`How: few`',
        '`writes: few: many`',
        '`writes: few & many`',
      ),
      finds: [
        finding(4, '`!few` is not the id of a choice'),
        finding(5, '`How` is not the id of a question'),
        finding(6, '`writes: few: many` is not `question: choice`'),
        finding(7, '`many` is not `question: choice`'),
      ],
    },
  },
  passes: {
    'both connectives': withEvidence('`writes: few | many & writes: many`'),
  },
});

function finding(line: number, message: string) {
  return { at: `doc.md:${line}:10`, message: `Malformed condition: ${message}`, hint: HINT };
}

function withEvidence(...conditions: readonly string[]) {
  return withDocument('## Saga', '', '- Use when', ...conditions.map((each) => `  - when ${each}`));
}
