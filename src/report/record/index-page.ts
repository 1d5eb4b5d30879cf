import { code, heading, markdownText, paragraph, table } from '../markdown/markdown.ts';
import { linkToFile } from './title.ts';

/** A record of any tool, in a list of all. */
export interface ListedRecord {
  readonly file: string;
  readonly number?: number;
  readonly title: string;
  /** As it is written there. */
  readonly status?: string;
  readonly date?: string;
}

/** A page that lists the records of a folder, to be put into it as `README.md`. */
export function indexPage(records: readonly ListedRecord[], command: string): string {
  return markdownText([
    heading(1, 'Decision records'),
    paragraph(['Written by ', code(command), '.']),
    table([
      ['Number', 'Decision', 'Status', 'Date'],
      ...records.map(({ number, file, title, status = '', date = '' }) => [
        number === undefined ? '' : String(number),
        [linkToFile(file, title === '' ? file : title)],
        withoutLink(status),
        date,
      ]),
    ]),
  ]);
}

/** Other tools write `Superseded by [4. Database](0004-database.md)`. */
function withoutLink(status: string): string {
  return status.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
