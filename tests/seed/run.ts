import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startVitest } from 'vitest/node';
import { hashesOfSeed, hashOfRun, wordRuns } from '../support/word-runs.ts';

/**
 * `npm run seed -- FILE`: holds the document that the project began with, which is not part of it, to the facts and hashes
 * in tests/fixtures/seed/. The same tests run on a paraphrase each time.
 */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: npm run seed -- FILE');
const found = [...wordRuns(readFileSync(file, 'utf8'))].map(hashOfRun).sort();
const isSame = found.join() === [...hashesOfSeed()].sort().join();
process.stdout.write(
  `The hashes in tests/fixtures/seed/runs.txt are ${isSame ? '' : 'NOT '}those of ${file}\n`,
);
process.env.SEED_DOCUMENT = resolve(file);
const vitest = await startVitest('test', ['tests/knowledge/seed', 'tests/cli/seed'], { run: true });
await vitest.close();
if (!isSame) process.exitCode = 1;
