import { describe, expect, test } from 'vitest';
import { type Around, run, runSmall } from '../support/cli-run.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';

/** What comes of lines that are texts, by their ids. */
async function batch(lines: readonly string[], around: Around = {}) {
  const ran = await runSmall(['batch'], { ...around, stdin: lines.join('\n') });
  const out = ran.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { ...ran, out };
}

describe('a line on which the program itself fails', () => {
  /** Fails on the second line that is judged, as a bug would. */
  async function faultyKnowledge() {
    const { contradictions, ...rest } = await smallKnowledge();
    let looks = 0;
    return Object.defineProperty({ ...rest, contradictions }, 'contradictions', {
      get: () => {
        looks += 1;
        if (looks === 2) throw new RangeError('Maximum call stack size exceeded');
        return contradictions;
      },
    });
  }

  test('says so in its place, and the others are answered; the exit code tells', async () => {
    const lines = ['{"id":1}', '{"id":2}', '{"id":3}'];
    const stdin = lines.join('\n');
    const { code, stdout, stderr } = await run(['batch'], {
      stdin,
      knowledge: await faultyKnowledge(),
    });
    const out = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(out.map(({ id, error }) => [id, error?.line])).toEqual([
      [1, undefined],
      [2, 2],
      [3, undefined],
    ]);
    expect(out[1].error.message).toMatch(/^Internal error/);
    expect(JSON.stringify(out)).not.toContain('call stack');
    expect(code).toBe(70);
    expect(stderr).toMatch(/^1 of 3 lines failed\nLine 2: arch-advisor has a bug: RangeError/);
  });
});

test.each([
  ['unknown choices', `{"answers":{"contents":[${Array(200_000).fill('"a"')}]}}`],
  [
    'unknown questions',
    JSON.stringify({
      answers: Object.fromEntries(Array.from({ length: 150_000 }, (_, n) => [`q${n}`, 'a'])),
    }),
  ],
])('a line with more %s than a call has arguments is wrong, and no more', async (_what, line) => {
  const { code, out } = await batch(['{"id":1}', line, '{"id":3}']);
  expect(code).toBe(1);
  expect(out.map(({ error }) => error?.line)).toEqual([undefined, 2, undefined]);
  expect(out[1].error.message).toMatch(/^(200000|150000) unknown ids: .{300,}(…|more)$/);
});

describe('what a line says twice is reported, not lost', () => {
  test.each([
    ['an answer', '{"answers":{"loss":"some","loss":"none"}}', 'loss'],
    ['an answer, spelt otherwise', '{"answers":{"loss":"some","lo\\u0073s":"none"}}', 'loss'],
    ['answers', '{"answers":{"loss":"some"},"answers":{}}', 'answers'],
    ['a pin', '{"pins":{"storage":"heap" , "storage" : "vault"}}', 'storage'],
    ['an id', '{"id":1,"id":2}', 'id'],
    ['a note', '{"notes":{"loss":"x","loss":"x"}}', 'loss'],
  ])('%s', async (_what, line, key) => {
    const { out } = await batch([line]);
    expect(out[0].error).toEqual({
      ...{ line: 1, message: `\`${key}\` appears twice in one object` },
      hint: 'keep only one of them',
    });
  });

  test('a text that looks like a key is none', async () => {
    const { code } = await batch([
      '{"system":"\\"a\\": \\"a\\": {[","notes":{"loss":"\\"loss\\":"}}',
    ]);
    expect(code).toBe(0);
  });
});

test.each([
  '{"knowledge":{"a":"b"}}',
  '{"knowledge":{"version":"1"}}',
  '{"knowledge":{"version":"1","sha256":"x","more":"y"}}',
  '{"knowledge":{"version":1,"sha256":"x"}}',
])('knowledge of another form is refused as in a file: %s', async (line) => {
  const { out } = await batch([line]);
  expect(out[0].error.message).toBe('`knowledge` is not an object with `version` and `sha256`');
  const file = await runSmall(['recommend', '--answers', '-'], { stdin: line });
  expect(file.code).toBe(2);
});

test('an id that only looks like a known one shows what nobody sees', async () => {
  const { out } = await batch(['{"answers":{"lo\\u200bss":"some"}}']);
  expect(out[0].error).toMatchObject({
    message: 'Unknown question `lo\\u{200b}ss`',
    hint: expect.stringContaining('did you mean `loss`?'),
  });
});
