import { undefinedFootnote } from '../../../src/knowledge/rules/undefined-footnote.ts';
import { decisionsWith, soundLayer, withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(undefinedFootnote, {
  trips: {
    'a footnote that is nearly one of the document': {
      layers: withDocument('## Saga', '', '- Latency: low [^boook]', '', '[^book]: A book'),
      finds: [
        {
          at: 'doc.md:3:16',
          message: 'Footnote `boook` has no definition',
          hint: 'did you mean `book`?',
        },
      ],
    },
    'a footnote that only another document defines': {
      layers: [
        soundLayer({
          documents: {
            'doc.md': '## Saga\n\n- Latency: low [^book]\n',
            'other.md': '## Sharding\n\n- Latency: low [^book]\n\n[^book]: A book\n',
          },
          decisions: decisionsWith('## Saga', '## Sharding'),
        }),
      ],
      finds: [
        {
          at: 'doc.md:3:16',
          message: 'Footnote `book` has no definition',
          hint: 'add a line `[^book]: source` to this document',
        },
      ],
    },
  },
  passes: {
    'footnotes defined before and after their use': withDocument(
      '[^paper]: A paper',
      '',
      '## Saga',
      '',
      '- Latency: low [^book] [^paper]',
      '',
      '[^book]: A book',
    ),
  },
});
