import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { failureOf } from '../support/cli-failure.ts';
import { runSmall } from '../support/cli-run.ts';

function pinned(...pins: readonly string[]) {
  return runSmall(['recommend', '--json', ...pins.flatMap((pin) => ['--pin', pin])]);
}

describe('one decision pinned twice by flags', () => {
  test('fails where the alternatives differ, naming both', async () => {
    expect(failureOf(await pinned('storage=vault', 'labels=short-labels', 'storage=heap'))).toEqual(
      {
        sentence: '`storage` is pinned to `vault` and to `heap`',
        hint: 'keep one of --pin storage=vault and --pin storage=heap',
      },
    );
  });

  test('fails where the lists differ', async () => {
    const { sentence } = failureOf(await pinned('guards=twin,alarm', 'guards=twin'));
    expect(sentence).toBe('`guards` is pinned to `twin,alarm` and to `twin`');
  });

  test('is the same as once where they agree, in whatever order', async () => {
    const { code, stdout } = await pinned('guards=twin,alarm', 'guards=alarm, twin');
    expect(code).toBe(0);
    expect(readAdvice(stdout).pins).toEqual({ guards: ['twin', 'alarm'] });
  });
});

describe('a pin that another one makes pointless', () => {
  test('fails, naming both and when it would apply', async () => {
    const flags = [await pinned('storage=vault', 'heap-order=by-size')];
    flags.push(await pinned('heap-order=by-size', 'storage=vault'));
    for (const ran of flags) {
      expect(failureOf(ran)).toEqual({
        sentence: 'The pins `storage=vault` and `heap-order=by-size` contradict each other',
        hint: '`heap-order` only applies when `storage: heap`: remove or change one of the pins',
      });
    }
  });

  test('fails in a file as well', async () => {
    const stdin = 'pins: { storage: vault, heap-order: by-size }';
    const ran = await runSmall(['recommend', '-a', '-'], { stdin });
    expect(failureOf(ran).sentence).toContain('contradict each other');
  });

  test('fails between a flag and a file, and is mended by a stronger pin', async () => {
    const stdin = 'pins: { storage: heap, heap-order: by-size }';
    const fine = await runSmall(['recommend', '-a', '-'], { stdin });
    expect(fine.code).toBe(0);
    const odd = await runSmall(['recommend', '-a', '-', '--pin', 'storage=vault'], { stdin });
    expect(failureOf(odd).sentence).toContain('`storage=vault`');
    const mended = await runSmall(['recommend', '-a', '-', '--pin', 'storage=heap'], {
      stdin: 'pins: { storage: vault, heap-order: by-size }',
    });
    expect(mended.code).toBe(0);
  });

  test('is fine where both go together, or the other is not pinned', async () => {
    expect((await pinned('storage=heap', 'heap-order=by-size')).code).toBe(0);
    expect((await pinned('heap-order=by-size')).code).toBe(0);
  });
});
