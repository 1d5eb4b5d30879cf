import { readdir, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readByAdrLog } from './adr-log.ts';
import { readByAdrTools } from './adr-tools.ts';
import { readByBackstage } from './backstage.ts';
import { HOSTILE } from './hostile.ts';
import { asShown, hostileProject, recordHostile } from './hostile-project.ts';
import { readByLog4brains } from './log4brains.ts';
import { pagesOfLog4brains } from './log4brains-pages.ts';
import { nodesOf, readMindMap } from './markmap.ts';
import { advisor, FORMATS, type RecordFormat } from './records.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

const projects = new Map<RecordFormat, string>();

beforeAll(async () => {
  for (const format of FORMATS) {
    const project = await hostileProject();
    projects.set(format, project);
    await recordHostile(project, format);
  }
});

afterAll(async () => {
  for (const project of projects.values()) await rm(project, { recursive: true, force: true });
});

function projectIn(format: RecordFormat): string {
  return projects.get(format) ?? '';
}

/** The titles of all records, by number. */
function titlesOf(format: RecordFormat): string[] {
  const of = (kind: string) => HOSTILE.map((text, index) => `${asShown(text)}: ${kind}-${index}`);
  const titles = [...of('plain'), ...of('other'), ...of('plain').slice(0, 1)];
  return format !== 'nygard' ? titles : titles.map((title, index) => `${index + 1}. ${title}`);
}

function byFile(shown: readonly ShownRecord[]): ShownRecord[] {
  return shown.toSorted((one, other) => (one.file < other.file ? -1 : 1));
}

function titlesIn(shown: readonly ShownRecord[]): string[] {
  return byFile(shown).map(({ title = '' }) => asShown(title));
}

describe('a title of any kind is shown as text', () => {
  test('by adr-tools, with the link to what it supersedes', async () => {
    const shown = await readByAdrTools(projectIn('nygard'));
    expect(titlesIn(shown)).toEqual(titlesOf('nygard'));
    const files = shown.map(({ file }) => file);
    expect(shown.map(({ supersedes }) => supersedes)).toEqual([
      ...HOSTILE.map(() => undefined),
      ...files.slice(0, HOSTILE.length),
      undefined,
    ]);
    // Its shell runs none of them.
    expect(await readdir(projectIn('nygard'))).not.toContain('hacked');
  });

  test.each(FORMATS)('by adr-log, in %s', async (format) => {
    const shown = await readByAdrLog(projectIn(format));
    expect(titlesIn(shown)).toEqual(titlesOf('madr'));
  });

  test.each(FORMATS)('by log4brains, in %s', async (format) => {
    const shown = await readByLog4brains(projectIn(format));
    expect(titlesIn(shown)).toEqual(titlesOf(format));
  });

  test('by Backstage', async () => {
    expect(titlesIn(await readByBackstage(projectIn('madr')))).toEqual(titlesOf('madr'));
  });
});

test('log4brains finds what supersedes a record of any title', async () => {
  const shown = byFile(await readByLog4brains(projectIn('log4brains')));
  const old = shown.slice(0, HOSTILE.length);
  const later = shown.slice(HOSTILE.length, 2 * HOSTILE.length);
  expect(old.map(({ status, supersededBy }) => ({ status, supersededBy }))).toEqual(
    later.map(({ file }) => ({ status: 'superseded', supersededBy: file })),
  );
});

test.each(FORMATS)(
  'a page of log4brains holds text and links to records only, in %s',
  async (format) => {
    const pages = await pagesOfLog4brains(projectIn(format));
    expect(pages).toHaveLength(2 * HOSTILE.length + 1);
    const elements = new Set(pages.flatMap((page) => page.elements));
    expect([...elements].sort()).toEqual(['a', 'code', 'div', 'h2', 'h3', 'li', 'p', 'ul']);
    const links = pages.flatMap((page) => page.links);
    expect(links.filter((link) => !/^\d{4}-[a-z0-9-]*\.md$/.test(link))).toEqual([]);
  },
);

test.each(FORMATS)(
  'the page of all records has a link for each, with its title as text, in %s',
  async (format) => {
    const project = projectIn(format);
    const page = await advisor(project, 'adr', '--index', '--dir', RECORDS);
    const nodes = nodesOf(await readMindMap(page, project));
    const elements = nodes.flatMap((node) => node.elements);
    const titles = titlesOf('madr');
    expect(elements.filter((element) => element === 'a')).toHaveLength(titles.length);
    expect([...new Set(elements)].sort()).toEqual([
      'a',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
    ]);
    const lines = nodes.flatMap(({ text }) => text.split('\n').map(asShown));
    expect(lines).toEqual(expect.arrayContaining(titles));
  },
);
