import type { WhyLeftOut } from '../../model/reading.ts';

/** What it is that was left out of a document. */
export const LEFT_OUT = {
  code: 'code',
  image: 'an image',
  quotation: 'a quotation',
  'lead-in': 'a sentence that introduces a list',
  links: 'a list of links',
  table: 'a table with no pros and cons',
  html: 'HTML',
  prose: 'prose',
  'no-sign': 'neither for nor against',
  unread: 'not understood',
} as const satisfies Record<WhyLeftOut, string>;
