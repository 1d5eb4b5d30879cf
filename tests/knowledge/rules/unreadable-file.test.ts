import { unreadableFile } from '../../../src/knowledge/rules/unreadable-file.ts';
import { soundLayer } from '../../support/layers.ts';
import { testRule } from '../../support/rule-cases.ts';

const message = '`b.md` is not readable';
const hint = 'check its permissions';

testRule(unreadableFile, {
  trips: {
    'a file that could not be read': {
      layers: [{ ...soundLayer(), unread: [{ file: 'b.md', message, hint }] }],
      finds: [{ at: 'b.md:1:1', message, hint }],
    },
  },
  passes: { 'a layer of which everything was read': [{ ...soundLayer(), unread: [] }] },
});
