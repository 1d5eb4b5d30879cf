import { describe, expect, test } from 'vitest';
import { run, runSmall } from '../support/cli-run.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

describe('compare', () => {
  test('prints patterns side by side on standard output, and nothing else', async () => {
    const { code, stdout, stderr } = await runSmall(['compare', 'cabinet', 'heap']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]?.trim()).toMatch(/^Cabinet +Heap$/);
  });

  test('keeps the order in which the patterns are named', async () => {
    const { stdout } = await runSmall(['compare', 'heap', 'filing cabinet', '--json']);
    expect(JSON.parse(stdout).patterns).toEqual([
      { id: 'heap', name: 'Heap', decision: 'storage' },
      { id: 'cabinet', name: 'Cabinet', decision: 'storage' },
    ]);
  });

  test('gives each pattern a side per quality as JSON, with rating and cited claims', async () => {
    const { stdout } = await runSmall(['compare', 'cabinet', 'vault', '--json']);
    const { version, qualities } = JSON.parse(stdout);
    expect(version).toBe(1);
    const consistency = qualities.find(
      (each: { quality: string }) => each.quality === 'consistency',
    );
    expect(consistency.sides).toEqual([
      {
        rating: 2,
        claims: [
          {
            text: 'Consistency: one register tells everybody the same',
            file: 'tests/fixtures/cli/patterns/storage.md',
            line: 6,
            label: 'Consistency',
          },
        ],
      },
      { rating: 0, claims: [] },
    ]);
  });

  test('puts the qualities that divide the patterns most first', async () => {
    const { stdout } = await run(['compare', 'sql', 'nosql', 'document', '--json']);
    const spans = JSON.parse(stdout).qualities.map(({ sides }: { sides: { rating: number }[] }) => {
      const ratings = sides.map(({ rating }) => rating);
      return Math.max(...ratings) - Math.min(...ratings);
    });
    expect(spans).toEqual(spans.toSorted((a: number, b: number) => b - a));
  });

  test('counts a pattern once that is named twice', async () => {
    const twice = await runSmall(['compare', 'cabinet', 'Cabinet', 'heap', '--json']);
    expect(twice).toEqual(await runSmall(['compare', 'cabinet', 'heap', '--json']));
  });

  test('takes up to four patterns', async () => {
    const { code, stdout } = await runSmall([
      'compare',
      'cabinet',
      'heap',
      'vault',
      'twin',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).patterns).toHaveLength(4);
  });
});

async function compared(...argv: readonly string[]): Promise<string> {
  const { code, stdout } = await run(['compare', ...argv]);
  expect(code).toBe(0);
  return stdout;
}

/** Without the ends of lines, which depend on the width. */
function wordsOf(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('compare with answers', () => {
  const shop = ['sql', 'nosql', '--profile', 'online-shop'];

  test('ends with what is ahead, by how much, how surely and why, and the command for the rest', async () => {
    const verdict = (await compared(...shop)).split('For Online shop\n')[1] ?? '';
    expect(verdict).toMatch(/^ {2}SQL is ahead of NoSQL by \d+ points\. /);
    expect(wordsOf(verdict)).toMatch(/Recommended: SQL \(likely [^)]+\)\. For \+\d+ /);
    expect(wordsOf(verdict)).toContain(
      'arch-advisor explain database --over nosql \\ --profile online-shop',
    );
  });

  test('gives as JSON the points that explain adds up', async () => {
    const { verdict } = JSON.parse(await compared(...shop, '--json'));
    const explained = await run(['explain', 'database', '--profile', 'online-shop', '--json']);
    const [decision] = JSON.parse(explained.stdout).decisions;
    expect(verdict).toMatchObject({ id: 'database', recommended: ['sql'], several: false });
    expect(verdict.contrast.lead).toBe(decision.contrasts[0].lead);
    expect(verdict.contrast.lowestLead).toBe(decision.contrasts[0].lowestLead);
    expect(verdict.ranking.map(({ alternative }: { alternative: string }) => alternative)).toEqual([
      ...['sql', 'nosql'],
    ]);
  });

  test('names what is recommended instead of all that are compared', async () => {
    const text = await compared(
      'serverless',
      'monolith',
      '--set',
      'teams=many',
      '--set',
      'release=independent',
    );
    expect(wordsOf(text)).toContain('Recommended: Microservices');
  });

  test('says that an alternative is ruled out', async () => {
    const text = await runSmall(['compare', 'heap', 'cabinet', '--set', 'loss=nothing']);
    expect(text.stdout).toContain('Heap is ruled out; Cabinet is not.');
  });

  test('says of techniques whether each is worth its cost', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'traffic=low'];
    const { stdout } = await runSmall(['compare', 'twin', 'alarm', ...flags]);
    expect(stdout).toMatch(/Twin is worth its cost \(\+\d+ points\)\. Alarm is not worth its cost/);
  });

  test('has no verdict where nothing is answered, and names the questions that would decide', async () => {
    const text = await compared('sql', 'nosql');
    expect(wordsOf(text)).toContain(
      'Which of them fits your system depends mostly on Kind of data',
    );
    expect(JSON.parse(await compared('sql', 'nosql', '--json'))).not.toHaveProperty('verdict');
  });
});

describe('compare alternatives of different decisions', () => {
  test('says so, and what they have in common', async () => {
    const text = wordsOf(await compared('sql', 'microservices'));
    expect(text).toContain('They answer different questions, so one does not replace the other');
    expect(text).toContain('SQL belongs to Database');
    expect(text).toMatch(/Both depend on [A-Z]/);
  });

  test('says what they forbid or need of each other', async () => {
    const { combinations } = await builtInKnowledge();
    const named = combinations.find(({ when, requires }) => !requires && when.terms.length === 2);
    const [first, second] = (named?.when.terms ?? []).map(({ choices }) => choices[0] ?? '');
    const text = await compared(first ?? '', second ?? '');
    expect(wordsOf(text)).toContain(`are incompatible: ${named?.because}`);
  });

  test('has no verdict with answers either', async () => {
    const text = await compared('sql', 'microservices', '--profile', 'online-shop');
    expect(text).not.toContain('For Online shop');
  });
});

test.each([
  ['sql', 'nosql'],
  ['monolith', 'microservices'],
  ['orchestration', 'choreography'],
])('%s and %s take at most 60 lines of 80 columns', async (...patterns) => {
  const text = await compared(...patterns, '--width', '80');
  expect(text.split('\n').length).toBeLessThanOrEqual(60);
});
