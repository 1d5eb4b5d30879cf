import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli-run.ts';
import { argumentsOf, isShown, stepsOf } from '../support/guide.ts';
import { folderWith } from '../support/temporary-folder.ts';

test('who follows docs/writing-knowledge.md step by step sees what it shows', async () => {
  const home = await folderWith({});
  const steps = stepsOf('writing-knowledge.md');
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['file', 'command', 'edit']));
  for (const step of steps) {
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

/** Runs a command as if in the folder, and looks for each line that is shown. */
async function see(line: string, output: readonly string[], home: string): Promise<void> {
  const [program, ...args] = argumentsOf(line);
  expect(program).toBe('arch-advisor');
  const paths = args.map((each) => (existsSync(join(home, each)) ? join(home, each) : each));
  const ran = await run(paths);
  const printed = `${ran.stdout}\n${ran.stderr}`.split('\n');
  const missing = output.filter((shown) => !printed.some((each) => isShown(shown, each)));
  expect({ line, code: ran.code, missing, printed }).toEqual({
    line,
    code: 0,
    missing: [],
    printed,
  });
}
