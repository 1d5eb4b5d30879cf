import { code, heading, link, markdownText, paragraph, table } from '../markdown/markdown.ts';

/** A record of any tool, in a list of all. */
export interface ListedRecord {
  readonly file: string;
  readonly number: number;
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
        String(number),
        [link(encodeURI(file), title === '' ? file : title)],
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
