import { unknownPattern } from '../../../src/knowledge/rules/unknown-pattern.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const DOCUMENTS = { 'stores.md': '## SQL\n\n- Consistency: rows agree\n' };
const MISSPELT = {
  'stores.md': `${DOCUMENTS['stores.md']}\n## NoSQ\n\n- Types\n  - Wide: Alpha\n`,
};

testRule(unknownPattern, {
  trips: {
    'an alternative that no document describes': {
      layers: [soundLayer({ documents: DOCUMENTS })],
      finds: [
        {
          at: 'decisions.yaml:9:9',
          message: 'No document describes the alternative `nosql`',
          hint: 'describe it under a heading with that name',
        },
      ],
    },
    'an alternative whose heading is misspelt': {
      layers: [soundLayer({ documents: MISSPELT })],
      finds: [
        {
          at: 'decisions.yaml:9:9',
          message: 'No document describes the alternative `nosql`',
          hint: 'did you mean `nosq`?',
        },
      ],
    },
  },
  passes: {
    'documents that describe each alternative': [soundLayer()],
    'documents that the decisions were not written for': [
      soundLayer({ documents: DOCUMENTS, complete: false }),
    ],
  },
});
