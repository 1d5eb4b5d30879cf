import { execFile } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { folderWith } from '../support/temporary-folder.ts';

const execute = promisify(execFile);
const packed = z.array(
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
);

async function pack(flags: readonly string[]) {
  const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts', ...flags]);
  const [found] = packed.parse(JSON.parse(stdout));
  if (found === undefined) throw new Error('npm packed nothing');
  return found;
}

test('the package holds the program, its knowledge and its papers, and nothing else', async () => {
  const paths = (await pack(['--dry-run'])).files.map(({ path }) => path);
  const tops = new Set(paths.map((path) => path.split('/')[0]));
  expect([...tops].sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'knowledge',
      'package.json',
    ].sort(),
  );
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['bin/arch-advisor.js', 'dist/program/main.cjs', 'dist/index.js', 'dist/index.d.ts'],
      ...['knowledge/decisions.yaml', 'knowledge/patterns/databases.md'],
      ...['knowledge/profiles/online-shop.yaml', 'dist/prepared-documents'],
      ...['dist/prepared-knowledge', 'dist/prepared-diagrams'],
    ]),
  );
  expect(paths.filter((path) => path.startsWith('docs/'))).toEqual(['docs/record.schema.json']);
  const isOurs = /(^|[/.-])(tests?|fixtures?)([/.-]|$)|\.tsx?$/;
  expect(paths.filter((path) => isOurs.test(path.replace('.d.ts', '')))).toEqual([]);
});

/** An unpacked package, and its program. */
async function installed(): Promise<{ folder: string; program: string }> {
  const folder = await folderWith({});
  const { filename } = await pack(['--pack-destination', folder]);
  await execute('tar', ['-xzf', join(folder, filename), '-C', folder]);
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const { bin } = JSON.parse(await readFile(join(folder, 'package/package.json'), 'utf8'));
  return { folder, program: join(folder, 'package', bin['arch-advisor']) };
}

test('an unpacked package advises as the checkout does', async () => {
  const { folder, program } = await installed();
  const args = ['recommend', '--profile', 'online-shop', '--brief'];
  const here = await execute(process.execPath, ['bin/arch-advisor.js', ...args]);
  expect(await execute(process.execPath, [program, ...args], { cwd: folder })).toEqual(here);
  expect(here.stdout).toContain('Online shop');
});

test('what was prepared is not used once a document of the package is edited, or one is added', async () => {
  const { folder, program } = await installed();
  const show = async (pattern: string) =>
    (await execute(process.execPath, [program, 'show', pattern], { cwd: folder })).stdout;
  const saga = join(folder, 'package/knowledge/patterns/transactions.md');
  const text = await readFile(saga, 'utf8');
  const [word = ''] = /local/.exec(await show('saga')) ?? [];
  await writeFile(saga, text.replaceAll(word, 'lunar'));
  expect(await show('saga')).toContain('lunar');
  await writeFile(join(folder, 'package/knowledge/patterns/zebra.md'), '## Zebra\n\nStripes.\n');
  expect(await show('zebra')).toContain('Stripes.');
});

describe('what was prepared is not used once it is damaged', () => {
  test.each([
    ['knowledge', ['recommend', 'caching']],
    ['diagrams', ['recommend', 'caching']],
    ['documents', ['recommend', 'caching', '--knowledge', 'package/knowledge']],
  ])('%s', async (kind, command) => {
    const { folder, program } = await installed();
    const prepared = join(folder, `package/dist/prepared-${kind}`);
    const bytes = await readFile(prepared);
    const advice = () => execute(process.execPath, [program, ...command], { cwd: folder });
    const before = await advice();
    const changedAt = (place: number) => {
      const changed = Buffer.from(bytes);
      changed.write('~', place);
      return changed;
    };
    const end = bytes.indexOf('\n', 100);
    const riddled = Buffer.from(bytes);
    for (let place = end + 1; place < bytes.length; place += 97) riddled.write('~', place);
    const damages = [
      riddled,
      bytes.subarray(0, -1),
      bytes.subarray(0, 99),
      Buffer.alloc(0),
      Buffer.from('{]\n'),
      changedAt(20),
      changedAt(Math.floor(bytes.length / 2)),
      changedAt(bytes.length - 1),
    ];
    for (const damaged of damages) {
      await writeFile(prepared, damaged);
      expect(await advice()).toEqual(before);
    }
  });
});
