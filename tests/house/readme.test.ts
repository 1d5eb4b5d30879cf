import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { documents } from '../support/documented-commands.ts';

const ROOT = new URL('../../', import.meta.url);
const MOST_LINES = 180;

/** The places that a page links to within the project; `[a](b)` in a formula is none. */
function linksIn(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => /[.#]/.test(target) && !/^\w+:/.test(target));
}

/** The headings of a page as GitHub makes anchors of them. */
function anchorsIn(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

async function isThere(target: string, page: string): Promise<boolean> {
  const place = new URL(target, new URL(page, ROOT));
  const file = new URL(place.pathname, ROOT);
  if (!existsSync(file)) return false;
  const anchor = decodeURIComponent(place.hash.slice(1));
  return anchor === '' || anchorsIn(await readFile(file, 'utf8')).includes(anchor);
}

test('the README stays short: what is longer belongs in docs/', async () => {
  const text = await readFile(new URL('README.md', ROOT), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES);
});

test('links of the README and of pages lead to files and headings that are there', async () => {
  const links = [...(await documents())].flatMap(([page, text]) =>
    linksIn(text).map((target) => ({ page, target })),
  );
  const checked = links.map(async ({ page, target }) =>
    (await isThere(target, page)) ? [] : [`${page}: ${target}`],
  );
  expect((await Promise.all(checked)).flat()).toEqual([]);
  expect(links.length).toBeGreaterThan(20);
});
