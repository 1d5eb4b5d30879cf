import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { plain } from '../../common/text.ts';
import { heading, markdownText } from '../markdown/markdown.ts';
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
import { recordTitle } from './title.ts';

/**
 * A record in the form of MADR 4. `number` and `title` in its front matter are for adrs and Backstage; the title follows the
 * front matter at once, as adr-log reads no other.
 */
export function madr(view: RecordView): string {
  return `---\n${frontMatter(view)}---\n${markdownText([heading(1, recordTitle(view)), ...madrSections(view)])}`;
}

function frontMatter({ number, date, status, supersedes, ...view }: RecordView): string {
  const head = {
    number,
    title: plain(recordTitle(view)),
    status,
    ...(supersedes && { supersedes: supersedes.name }),
  };
  const text = stringify(head, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  // Without quotes, as every reader of front matter takes it for a day.
  return `${text}date: ${date}\n`;
}

/** What is below the title, as MADR 4 has it. */
export function madrSections(view: RecordView): RootContent[] {
  const drivers = driverBlocks(view);
  return [
    heading(2, 'Context and Problem Statement'),
    ...contextBlocks(view),
    ...(drivers.length === 0 ? [] : [heading(2, 'Decision Drivers'), ...drivers]),
    heading(2, 'Considered Options'),
    ...optionBlocks(view),
    heading(2, 'Decision Outcome'),
    ...outcomeBlocks(view),
    heading(3, 'Consequences'),
    ...consequenceBlocks(view),
    heading(3, 'Confirmation'),
    ...confirmationBlocks(view),
    ...prosAndCons(view),
    heading(2, 'More Information'),
    ...supersedesBlocks(view),
    heading(3, 'When to Revisit'),
    ...revisitBlocks(view),
    heading(3, 'Sources'),
    ...sourceBlocks(view),
  ];
}
