import { expect } from 'vitest';
import { invalidFrontMatter } from '../../../src/knowledge/rules/invalid-front-matter.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const HINT = 'front matter is YAML such as `title: text`, between two lines of `---`';

testRule(invalidFrontMatter, {
  trips: {
    'front matter that is no YAML': {
      layers: withDocument(
        '---',
        'title: Sagas',
        'markmap: [',
        '---',
        '## Saga',
        '',
        '- Latency: low',
      ),
      finds: [
        {
          at: 'doc.md:3:11',
          message: expect.stringMatching(/^Invalid front matter: .*[^.]$/),
          hint: HINT,
        },
      ],
    },
    'a title that is no text': {
      layers: withDocument('---', 'markmap:', 'title: [a]', '---', '## Saga', '', '- Latency: low'),
      finds: [
        {
          at: 'doc.md:3:8',
          message: expect.stringMatching(/^Invalid front matter: `title`: .*text/),
          hint: HINT,
        },
      ],
    },
  },
  passes: {
    'a title and an empty mapping': withDocument(
      '---',
      'title: Sagas',
      'markmap:',
      '  colorFreezeLevel: 2',
      'other: kept',
      '---',
      '## Saga',
      '',
      '- Latency: low',
    ),
    'no front matter': withDocument('## Saga', '', '- Latency: low'),
  },
});
