import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is measured, by its path below `dist`; the types are those of the sources it was built from. */
interface Sources {
  readonly 'cli/batch/answer-line': typeof import('../../src/cli/batch/answer-line.ts');
  readonly 'engine/advice/advise': typeof import('../../src/engine/advice/advise.ts');
  readonly 'engine/advice/shares': typeof import('../../src/engine/advice/shares.ts');
  readonly 'engine/advice/situation': typeof import('../../src/engine/advice/situation.ts');
  readonly 'engine/advice/verdicts': typeof import('../../src/engine/advice/verdicts.ts');
  readonly 'engine/explain/explain': typeof import('../../src/engine/explain/explain.ts');
  readonly 'engine/explain/sufficient': typeof import('../../src/engine/explain/sufficient.ts');
  readonly 'engine/flip/flips': typeof import('../../src/engine/flip/flips.ts');
  readonly 'engine/advice/outlook': typeof import('../../src/engine/advice/outlook.ts');
  readonly 'engine/joint/joint-picks': typeof import('../../src/engine/joint/joint-picks.ts');
  readonly 'interview/next-question': typeof import('../../src/interview/next-question.ts');
  readonly 'interview/interview': typeof import('../../src/interview/interview.ts');
  readonly 'knowledge/markdown/markdown': typeof import('../../src/knowledge/markdown/markdown.ts');
  readonly 'knowledge/patterns/parse-document': typeof import('../../src/knowledge/patterns/parse-document.ts');
  readonly 'knowledge/patterns/vocabulary': typeof import('../../src/knowledge/patterns/vocabulary.ts');
  readonly 'knowledge/read/decisions': typeof import('../../src/knowledge/read/decisions.ts');
  readonly 'knowledge/read/qualities': typeof import('../../src/knowledge/read/qualities.ts');
  readonly 'knowledge/read/reading': typeof import('../../src/knowledge/read/reading.ts');
  readonly 'interview/why': typeof import('../../src/interview/why.ts');
  readonly 'knowledge/answers/answer-sheet': typeof import('../../src/knowledge/answers/answer-sheet.ts');
  readonly 'knowledge/assemble-with': typeof import('../../src/knowledge/assemble-with.ts');
  readonly 'knowledge/load': typeof import('../../src/knowledge/load.ts');
  readonly 'report/batch/outcome-line': typeof import('../../src/report/batch/outcome-line.ts');
}

const require = createRequire(import.meta.url);

/** A module as it was built: what runs TypeScript here would change it on the way, and with it what it costs. */
export function built<Path extends keyof Sources>(path: Path): Sources[Path] {
  return require(join(ROOT, 'dist', `${path}.js`));
}

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The documents of the project, for old and new code alike. */
export const KNOWLEDGE = join(ROOT, 'knowledge');

/** The command as it is installed. */
export const COMMAND = commandIn(ROOT);

export function commandIn(folder: string): string {
  return join(folder, 'bin/arch-advisor.js');
}
