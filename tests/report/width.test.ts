import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type Ran, run, runSmall } from '../support/cli-run.ts';
import { builtInScreens, screens, wordsIn } from '../support/cli-screens.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const WIDTHS = [40, 41, 45, 60, 80, 120, 200];
const FAULTY = 'tests/fixtures/cli-faulty.md';

function linesWiderThan(width: number, { stdout }: Ran): string[] {
  expect(stdout).not.toBe('');
  return stdout.split('\n').filter((line) => stringWidth(line) > width);
}

describe.each(WIDTHS)('at %i columns no line is wider', (width) => {
  test.each(screens.map((each) => [each]))('%j', async (args) => {
    const ran = await runSmall([...args, '--width', String(width)]);
    expect(linesWiderThan(width, ran)).toEqual([]);
  });

  test.each(builtInScreens.map((each) => [each]))('%j of what comes along', async (args) => {
    expect(linesWiderThan(width, await run([...args, '--width', String(width)]))).toEqual([]);
  });

  test('check in a terminal', async () => {
    const ran = await run(['check', FAULTY], { columns: width });
    expect(linesWiderThan(width, ran)).toEqual([]);
  });

  test('text of double width and words without end', async () => {
    const folder = await folderWith({
      'a.md': `## Cabinet\n\n- Consistency: ${'漢字'.repeat(60)}\n- Simplicity: ${'x'.repeat(300)} 👩‍👩‍👧‍👦 é\n\n## Heap\n\n- Performance: 速い\n`,
    });
    const layer = ['-k', `${folder}/a.md`, '--add-knowledge', `${SMALL}/decisions.yaml`, '--width'];
    for (const args of [
      ['show', 'cabinet'],
      ['compare', 'cabinet', 'heap'],
      ['recommend', '--full'],
    ]) {
      const ran = await run([...args, ...layer, String(width)]);
      expect(linesWiderThan(width, ran)).toEqual([]);
    }
  });
});

interface Said {
  readonly text: string;
}

async function patternsAsJson(): Promise<{ claims: Said[]; evidence: Said[]; summary: Said[] }[]> {
  const ids = ['cabinet', 'heap', 'vault', 'twin', 'alarm'];
  const cards = await Promise.all(ids.map((id) => runSmall(['show', id, '--json'])));
  return cards.map(({ stdout }) => JSON.parse(stdout).pattern);
}

describe.each(WIDTHS)('at %i columns nothing is cut off', (width) => {
  test('of a card', async () => {
    for (const [index, id] of ['cabinet', 'heap', 'vault', 'twin', 'alarm'].entries()) {
      const { stdout } = await runSmall(['show', id, '--full', '--width', String(width)]);
      const { claims = [], evidence = [], summary = [] } = (await patternsAsJson())[index] ?? {};
      const said = [...claims, ...evidence, ...summary].flatMap(({ text }) => wordsIn(text));
      expect(missing(said, stdout)).toEqual([]);
    }
  });

  test('of a comparison', async () => {
    const args = ['compare', 'cabinet', 'heap', '--full'];
    const { stdout } = await runSmall([...args, '--width', String(width)]);
    const { qualities } = JSON.parse((await runSmall([...args, '--json'])).stdout);
    const said: Said[] = qualities.flatMap(({ sides }: { sides: { claims: Said[] }[] }) =>
      sides.flatMap(({ claims }) => claims),
    );
    expect(said.length).toBeGreaterThan(4);
    expect(
      missing(
        said.flatMap(({ text }) => wordsIn(text)),
        stdout,
      ),
    ).toEqual([]);
  });

  test.each([['town-hall'], ['post-office']])('of advice for %s', async (profile) => {
    const args = ['recommend', '--full', '--profile', profile];
    const { stdout } = await runSmall([...args, '--width', String(width)]);
    const { decisions } = JSON.parse((await runSmall([...args, '--json'])).stdout);
    const said: Said[] = decisions.flatMap(
      ({ recommended, ranking }: { recommended: string[]; ranking: Ranked[] }) =>
        ranking
          .filter(({ alternative }) => recommended.includes(alternative))
          .flatMap(({ contributions }) => contributions.flatMap(({ claims }) => claims)),
    );
    expect(said.length).toBeGreaterThan(4);
    expect(
      missing(
        said.flatMap(({ text }) => wordsIn(text)),
        stdout,
      ),
    ).toEqual([]);
  });
});

interface Ranked {
  readonly alternative: string;
  readonly contributions: readonly { readonly claims: readonly Said[] }[];
}

function missing(said: readonly string[], printed: string): string[] {
  const words = new Set(wordsIn(printed));
  return said.filter((word) => !words.has(word));
}
