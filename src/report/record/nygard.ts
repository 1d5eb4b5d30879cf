import type { RootContent } from 'mdast';
import { heading, markdownText, paragraph } from '../markdown/markdown.ts';
import { upperFirst } from '../words/sentences.ts';
import { confirmationBlocks } from './confirmation.ts';
import { consequenceBlocks } from './consequences.ts';
import { contextBlocks } from './context.ts';
import { driverBlocks } from './drivers.ts';
import { optionBlocks, prosAndCons } from './options.ts';
import { outcomeBlocks } from './outcome.ts';
import type { RecordView } from './record-view.ts';
import { revisitBlocks } from './revisit.ts';
import { sourceBlocks } from './sources.ts';
import { supersedesBlocks } from './superseded.ts';
import { numberedTitle, recordTitle } from './title.ts';

/**
 * A record in Nygard's form, as adr-tools writes it: the title with its number in the first line, and the links to other records
 * in the section Status, which another section has to follow.
 */
export function nygard(view: RecordView): string {
  const { number, date } = view;
  const drivers = driverBlocks(view);
  return markdownText([
    heading(1, numberedTitle(number, recordTitle(view))),
    paragraph(`Date: ${date}`),
    heading(2, 'Status'),
    ...statusBlocks(view),
    heading(2, 'Context'),
    ...contextBlocks(view),
    ...(drivers.length === 0 ? [] : [heading(3, 'Drivers'), ...drivers]),
    heading(3, 'Options Considered'),
    ...optionBlocks(view),
    heading(2, 'Decision'),
    ...outcomeBlocks(view),
    heading(2, 'Consequences'),
    ...consequenceBlocks(view),
    heading(3, 'Confirmation'),
    ...confirmationBlocks(view),
    ...prosAndCons(view),
    heading(2, 'When to Revisit'),
    ...revisitBlocks(view),
    heading(2, 'Sources'),
    ...sourceBlocks(view),
  ]);
}

function statusBlocks(view: RecordView): RootContent[] {
  return [paragraph(upperFirst(view.status)), ...supersedesBlocks(view)];
}
