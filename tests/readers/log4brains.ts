import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageNamed, printedBy, programNamed } from './installed.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

/** What is used of the package behind the command and the website. */
interface Core {
  readonly Log4brains: {
    readonly create: (project: string) => { readonly searchAdrs: () => Promise<Adr[]> };
  };
}

export interface Adr {
  readonly slug: string;
  readonly title: string | null;
  readonly status: string;
  readonly supersededBy: string | null;
  readonly publicationDate: string | null;
  readonly body: { readonly enhancedMdx: string };
}

const SETTINGS = `project:\n  name: Shop\n  tz: Etc/UTC\n  adrFolder: ${RECORDS}\n`;

/**
 * log4brains: the list, titles and statuses of `log4brains adr list --raw`, and the date and the link that its website
 * shows, as its core hands them over. It lists the latest date first. A record without a status counts as accepted.
 */
export async function readByLog4brains(project: string): Promise<ShownRecord[]> {
  const found = await adrsOf(project);
  const printed = await printedBy(programNamed('log4brains'), ['adr', 'list', '--raw'], project);
  const details = new Map(found.map((each) => [each.slug, each]));
  return printed
    .trim()
    .split('\n')
    .map((line) => shownRecord(line, details));
}

/** What its core reads in the records of a project, which gets its settings. */
export async function adrsOf(project: string): Promise<Adr[]> {
  await writeFile(join(project, '.log4brains.yml'), SETTINGS);
  const { Log4brains } = await packageNamed<Core>('@log4brains/core');
  return Log4brains.create(project).searchAdrs();
}

/** `0001-database-sql,ACCEPTED,,1. Database: SQL` */
function shownRecord(line: string, details: ReadonlyMap<string, Adr>): ShownRecord {
  const [slug = '', status = '', , ...title] = line.split(',');
  const { publicationDate, supersededBy } = details.get(slug) ?? {};
  return {
    file: `${slug}.md`,
    title: title.join(','),
    status: status.toLowerCase(),
    ...(publicationDate && { date: publicationDate.slice(0, 10) }),
    ...(supersededBy && { supersededBy: `${supersededBy}.md` }),
  };
}
