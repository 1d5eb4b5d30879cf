import { bullets, heading, markdownText } from '../markdown/markdown.ts';
import { madrSections } from './madr.ts';
import type { RecordView } from './record-view.ts';
import { recordTitle } from './title.ts';

/** A record as log4brains has it: the sections of MADR, below a list with the status and the date. */
export function log4brains(view: RecordView): string {
  const { status, date } = view;
  return markdownText([
    heading(1, recordTitle(view)),
    ...bullets([`Status: ${status}`, `Date: ${date}`]),
    ...madrSections(view),
  ]);
}
