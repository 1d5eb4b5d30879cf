import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli-run.ts';
import { argumentsOf, isShown, stepsOf } from '../support/guide.ts';
import { folderWith } from '../support/temporary-folder.ts';

test('who follows docs/writing-knowledge.md step by step sees what it shows', async () => {
  const home = await folderWith({});
  for (const step of stepsOf('writing-knowledge.md')) {
    if (step.kind === 'command') await see(step.line, step.output, home);
    else if (step.kind === 'file') await save(join(home, step.name), step.text);
    else {
      const path = join(home, step.name);
      const before = await readFile(path, 'utf8');
      expect(before).toContain(step.from);
      await save(path, before.replace(step.from, step.to));
    }
  }
});

async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Runs a command as if in the folder, and looks for each line that is shown, in order. */
async function see(line: string, output: readonly string[], home: string): Promise<void> {
  const [program, ...args] = argumentsOf(line);
  expect(program).toBe('arch-advisor');
  const ran = await run(args.map((each) => (each === 'platform' ? join(home, each) : each)));
  const printed = `${ran.stderr}${ran.stdout}`.split('\n');
  expect({ line, code: ran.code, printed }).toEqual({ line, code: 0, printed });
  let from = 0;
  for (const shown of output) {
    const found = printed.findIndex((each, at) => at >= from && isShown(shown, each));
    expect({ line, shown, printed, isFound: found >= 0 }).toMatchObject({ isFound: true });
    from = found + 1;
  }
}
