import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecordText } from '../../src/records/record-text.ts';
import { readByAdrLog } from './adr-log.ts';
import { readByAdrTools } from './adr-tools.ts';
import { readByBackstage } from './backstage.ts';
import { readByLog4brains } from './log4brains.ts';
import { FORMATS, projectWithRecords, type RecordFormat } from './records.ts';
import { RECORDS } from './shown.ts';

const [structure, sql, nosql] = [
  '0001-system-structure-modular-monolith.md',
  '0002-database-sql.md',
  '0003-database-nosql.md',
] as const;

const projects = new Map<RecordFormat, string>();

beforeAll(async () => {
  for (const format of FORMATS) projects.set(format, await projectWithRecords(format));
});

afterAll(async () => {
  for (const project of projects.values()) await rm(project, { recursive: true, force: true });
});

function projectIn(format: RecordFormat): string {
  return projects.get(format) ?? '';
}

/** The day on which the records were written, as the first of them says. */
async function dayOf(format: RecordFormat): Promise<string> {
  const text = await readFile(join(projectIn(format), RECORDS, structure), 'utf8');
  return readRecordText(text).date ?? '';
}

describe('records in the form of Nygard', () => {
  test('adr-tools lists them by number, with their titles and what supersedes what', async () => {
    expect(await readByAdrTools(projectIn('nygard'))).toEqual([
      { file: structure, title: '1. System structure: Modular monolith' },
      { file: sql, title: '2. Database: SQL' },
      { file: nosql, title: '3. Database: NoSQL', supersedes: sql },
    ]);
  });

  test('adr-log lists them by number, with their titles', async () => {
    expect(await readByAdrLog(projectIn('nygard'))).toEqual([
      { file: structure, title: 'System structure: Modular monolith' },
      { file: sql, title: 'Database: SQL' },
      { file: nosql, title: 'Database: NoSQL' },
    ]);
  });

  test('log4brains lists them with their titles, each of them as accepted', async () => {
    const found = await readByLog4brains(projectIn('nygard'));
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { file: structure, title: '1. System structure: Modular monolith', status: 'accepted' },
        { file: sql, title: '2. Database: SQL', status: 'accepted' },
        { file: nosql, title: '3. Database: NoSQL', status: 'accepted' },
      ]),
    );
  });

  test('Backstage lists their files only, as they have no front matter', async () => {
    const found = await readByBackstage(projectIn('nygard'));
    expect(found).toEqual([{ file: structure }, { file: sql }, { file: nosql }]);
  });
});

describe('records as log4brains has them', () => {
  test('log4brains lists them with title, status, date and what supersedes them', async () => {
    const date = await dayOf('log4brains');
    const found = await readByLog4brains(projectIn('log4brains'));
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          file: structure,
          title: 'System structure: Modular monolith',
          status: 'accepted',
          date,
        },
        {
          file: sql,
          title: 'Database: SQL',
          status: 'superseded',
          date,
          supersededBy: nosql,
        },
        { file: nosql, title: 'Database: NoSQL', status: 'accepted', date },
      ]),
    );
  });

  test('adr-log and adr-tools list them with their titles', async () => {
    const titles = [
      { file: structure, title: 'System structure: Modular monolith' },
      { file: sql, title: 'Database: SQL' },
      { file: nosql, title: 'Database: NoSQL' },
    ];
    expect(await readByAdrLog(projectIn('log4brains'))).toEqual(titles);
    expect(await readByAdrTools(projectIn('log4brains'))).toEqual(titles);
  });
});

describe('records in the form of MADR', () => {
  test('adr-tools lists them by number, and takes front matter for the title', async () => {
    const found = await readByAdrTools(projectIn('madr'));
    expect(found).toEqual([{ file: structure }, { file: sql }, { file: nosql }]);
  });

  test('adr-log lists them by number, with their titles', async () => {
    expect(await readByAdrLog(projectIn('madr'))).toEqual([
      { file: structure, title: 'System structure: Modular monolith' },
      { file: sql, title: 'Database: SQL' },
      { file: nosql, title: 'Database: NoSQL' },
    ]);
  });

  test('log4brains lists them with their titles, each of them as accepted', async () => {
    const found = await readByLog4brains(projectIn('madr'));
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { file: structure, title: 'System structure: Modular monolith', status: 'accepted' },
        { file: sql, title: 'Database: SQL', status: 'accepted' },
        { file: nosql, title: 'Database: NoSQL', status: 'accepted' },
      ]),
    );
  });

  test('Backstage shows their titles, statuses and dates, and what supersedes them', async () => {
    const date = await dayOf('madr');
    expect(await readByBackstage(projectIn('madr'))).toEqual([
      {
        file: structure,
        title: 'System structure: Modular monolith',
        status: 'accepted',
        date,
      },
      { file: sql, title: 'Database: SQL', status: 'superseded by ADR-0003', date },
      { file: nosql, title: 'Database: NoSQL', status: 'accepted', date },
    ]);
  });
});
