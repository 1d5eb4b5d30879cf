import { textOutsidePattern } from '../../../src/knowledge/rules/text-outside-pattern.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'a pattern starts with a second-level heading: `## Name`';

testRule(textOutsidePattern, {
  trips: {
    'words and bullets before the first heading': {
      layers: withDocument(
        '# Sagas',
        '',
        'Some words.',
        '',
        '- a bullet',
        '',
        '## Saga',
        '',
        '- Latency: low',
      ),
      finds: [
        { at: 'doc.md:3:1', message: 'Text before the first pattern: "Some words."', hint: HINT },
        { at: 'doc.md:5:1', message: 'Text before the first pattern: "a bullet"', hint: HINT },
      ],
    },
    'a document without any pattern': {
      layers: withDocument('# Sagas'),
      finds: [{ at: 'doc.md:1:1', message: 'No pattern in this document', hint: HINT }],
    },
  },
  passes: {
    'a title, front matter and footnotes': withDocument(
      '---',
      'title: Sagas',
      '---',
      '# Sagas',
      '',
      '[^a]: A',
      '',
      '## Saga',
      '',
      '- Latency: low [^a]',
    ),
  },
});
