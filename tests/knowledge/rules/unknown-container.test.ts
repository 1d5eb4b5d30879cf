import { unknownContainer } from '../../../src/knowledge/rules/unknown-container.ts';
import { withDocument } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

testRule(unknownContainer, {
  trips: {
    'a name that is nearly a container': {
      layers: withDocument('## Saga', '', '- Latency: low', '- Advantges:', '  - Latency: low'),
      finds: [
        {
          at: 'doc.md:4:1',
          message:
            'Unread: the list below `Advantges` (1 line), which may contain arguments for or against',
          hint: 'did you mean `Advantages`?',
        },
      ],
    },
    'a list below a heading in another language': {
      layers: withDocument(
        '## Saga',
        '',
        '- Latency: low',
        '',
        '### Wady',
        '',
        '- Consistency: none',
      ),
      finds: [
        {
          at: 'doc.md:5:1',
          message:
            'Unread: the list below `Wady` (1 line), which may contain arguments for or against',
          hint: 'rename it to `Advantages`, `Disadvantages`, `Use when` or a similar heading, or add the name to reading.yaml',
        },
      ],
    },
    'an item without a mark among others that have one': {
      layers: withDocument('## Saga', '', '- ✅ Latency: low', '- ❌ Consistency: none', '- dear'),
      finds: [
        {
          at: 'doc.md:5:1',
          message: 'Unread: `dear` has no mark, but other items in its list do',
          hint: 'start it with ✅ or ❌, or move it below `Advantages` or `Disadvantages`',
        },
      ],
    },
    'a mark that says the opposite of its list': {
      layers: withDocument('## Saga', '', '### Pros', '- Latency: low', '- ❌ Consistency: none'),
      finds: [
        {
          at: 'doc.md:5:1',
          message: 'Unread: the mark of `Consistency: none` contradicts the list it is in',
          hint: 'remove the mark, or move the item to the other list',
        },
      ],
    },
  },
  passes: {
    'prose below a heading that nobody knows': withDocument(
      '## Saga',
      '',
      '- Latency: low',
      '',
      '### Its youth',
      '',
      'Long ago.',
    ),
    'containers and a claim with a remark': withDocument(
      '## Saga',
      '',
      '- Advantages:',
      '  - Latency: low',
      '- Consistency: strict',
      '  - Consistency: measured',
    ),
  },
});
