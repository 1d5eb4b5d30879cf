import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { ANSWERS, asShown, hostileProject, KNOWLEDGE } from './hostile-project.ts';
import { nodesOf, readMindMap } from './markmap.ts';
import { readFlowchart } from './mermaid.ts';
import { advisor } from './records.ts';
import { readSpreadsheet } from './spreadsheet.ts';

let shop: string;
let hostile: string;

beforeAll(async () => {
  shop = await mkdtemp(join(tmpdir(), 'arch-advisor-readers-'));
  hostile = await hostileProject();
});

afterAll(async () => {
  for (const project of [shop, hostile]) await rm(project, { recursive: true, force: true });
});

function shopReport(format: string): Promise<string> {
  return advisor(shop, 'report', '--profile', 'online-shop', '--format', format);
}

function hostileReport(format: string): Promise<string> {
  const given = ['--knowledge', KNOWLEDGE, '--answers', ANSWERS];
  return advisor(hostile, 'report', ...given, '--format', format);
}

const NAMES = HOSTILE.map(asShown);

describe('Mermaid draws', () => {
  test('answers that lead to decisions with their picks', async () => {
    const { nodes, edges } = await readFlowchart(await shopReport('mermaid'));
    const of = (id: string) => nodes.find((node) => node.id === id)?.lines ?? [];
    const database = nodes.find(({ lines }) => lines[0] === 'Database');
    expect(database?.lines).toEqual(['Database', 'SQL', expect.stringMatching(/^\w+/)]);
    const reasons = edges.filter(({ to }) => to === database?.id).map(({ from }) => of(from)[0]);
    expect(reasons).toContain('Kind of data');
  });

  test('a node for each decision, and its names as text', async () => {
    const { nodes, edges } = await readFlowchart(await hostileReport('mermaid'));
    const decisions = nodes.filter(({ id }) => /^d\d+$/.test(id));
    const answers = nodes.filter(({ id }) => /^a\d+$/.test(id));
    expect(decisions.map(({ lines }) => lines)).toEqual(
      NAMES.map((name, index) => [name, `plain-${index}`, expect.any(String)]),
    );
    expect(answers).toHaveLength(nodes.length - decisions.length);
    for (const { lines } of answers) expect(NAMES).toContain(lines[0]);
    expect(nodes.filter(({ isText }) => !isText)).toEqual([]);
    expect(edges.filter(({ text }) => text !== '')).toEqual([]);
    for (const { from, to } of edges) expect(`${from} ${to}`).toMatch(/^a\d+ d\d+$/);
  });
});

describe('markmap draws', () => {
  test('the sections, and the main decisions with their picks', async () => {
    const { text, children } = await readMindMap(await shopReport('markdown'), shop);
    expect(text).toBe('Architecture advice for Online shop');
    const main = children.find((section) => section.text === 'Main decisions')?.children ?? [];
    expect(main.map((decision) => decision.text)).toContain('Database: SQL');
    const database = main.find((decision) => decision.text === 'Database: SQL');
    expect(database?.children.map((item) => item.text)).toEqual(
      expect.arrayContaining(['Alternatives', 'Why', 'What it costs']),
    );
  });

  test('a node for each decision, and names and notes as text', async () => {
    const map = await readMindMap(await hostileReport('markdown'), hostile);
    const [, decisions, answers] = map.children;
    expect(map.children.map(({ text }) => text)).toEqual(['Picks', 'Main decisions', 'Answers']);
    expect(map.text).toBe(`Architecture advice for ${asShown(HOSTILE.join(' '))}`);
    expect(decisions?.children.map(({ text }) => asShown(text))).toEqual(
      NAMES.map((name, index) => `${name}: plain-${index}`),
    );
    const given = answers?.children.map(({ text }) => asShown(text).replace(': " ', ': "'));
    expect(given).toEqual(NAMES.map((name) => `${name}: "${name}"`));
    const elements = new Set(nodesOf(map).flatMap((node) => node.elements));
    expect([...elements].sort()).toEqual(['strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
  });
});

describe('a spreadsheet shows', () => {
  test('a row for each alternative, whose points add up to its score', async () => {
    const [head = [], ...rows] = await readSpreadsheet(await shopReport('csv'));
    const titles = head.map(({ value }) => value);
    const score = titles.indexOf('score');
    expect(titles.slice(0, 3)).toEqual(['decision', 'applies', 'alternative']);
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const points = row.slice(score + 1).map(({ value }) => Number(value));
      expect(points.reduce((sum, each) => sum + each, 0)).toBe(row[score]?.value);
    }
  });

  test('names as text, and no formula', async () => {
    const [, ...rows] = await readSpreadsheet(await hostileReport('csv'));
    const cells = rows.flat();
    expect(cells.filter(({ isFormula }) => isFormula)).toEqual([]);
    const shown = rows.filter((_, index) => index % 2 === 0).map(([cell]) => cell?.value);
    expect(shown).toHaveLength(HOSTILE.length);
    shown.forEach((value, index) => {
      const name = NAMES[index] ?? '';
      // A spreadsheet takes a day for a day; an apostrophe keeps others from being calculated.
      if (typeof value === 'string') expect([name, `'${name}`]).toContain(value);
      else expect(name).toBe('2026-01-01');
    });
  });
});
