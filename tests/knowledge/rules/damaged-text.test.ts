import { damagedText } from '../../../src/knowledge/rules/damaged-text.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(damagedText, {
  trips: {
    'a word whose UTF-8 was read as Windows-1252': {
      layers: withDocument('## Saga', '', '- Consistency: it doesn\u00e2\u20ac\u2122t lock'),
      finds: [
        {
          at: 'doc.md:3:19',
          message: 'Damaged text `doesn\u00e2\u20ac\u2122t`',
          hint: 'write `doesn\u2019t`',
        },
      ],
    },
    'a lost character': {
      layers: withDocument('## Saga', '', '- Consistency: a caf\uFFFD locks'),
      finds: [
        {
          at: 'doc.md:3:18',
          message: 'Damaged text `caf\uFFFD`',
          hint: 'a character was lost here: retype it',
        },
      ],
    },
  },
  passes: {
    'typographic characters': withDocument(
      '## Saga',
      '',
      '- Consistency: it doesn\u2019t lock, naïvely',
    ),
  },
});
