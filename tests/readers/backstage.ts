import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageNamed } from './installed.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

/** What is used of the package that both halves of the plugin share. */
interface Common {
  readonly madrFilePathFilter: (path: string) => boolean;
  readonly parseMadrWithFrontmatter: (text: string) => Parsed;
}

interface Parsed {
  readonly status?: string;
  readonly date?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The plugin of Backstage for decision records: it lists their files by name, and reads front matter. */
export async function readByBackstage(project: string): Promise<ShownRecord[]> {
  const { madrFilePathFilter, parseMadrWithFrontmatter } = await packageNamed<Common>(
    '@backstage/plugin-adr-common',
  );
  const folder = join(project, RECORDS);
  const files = (await readdir(folder)).filter(madrFilePathFilter).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return shownRecord(file, parseMadrWithFrontmatter(text));
    }),
  );
}

function shownRecord(file: string, { status, date, attributes }: Parsed): ShownRecord {
  const { title } = attributes;
  return {
    file,
    ...(typeof title === 'string' && { title }),
    ...(status !== undefined && { status }),
    ...(date !== undefined && { date }),
  };
}
