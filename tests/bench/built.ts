import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What is measured, by its path below `dist`; the types are those of the sources it was built from. */
interface Sources {
  readonly 'cli/batch/answer-line': typeof import('../../src/cli/batch/answer-line.ts');
  readonly 'engine/explain/explain': typeof import('../../src/engine/explain/explain.ts');
  readonly 'engine/explain/races': typeof import('../../src/engine/explain/races.ts');
  readonly 'engine/explain/counterexample': typeof import('../../src/engine/explain/counterexample.ts');
  readonly 'engine/explain/shortfall': typeof import('../../src/engine/explain/shortfall.ts');
  readonly 'engine/explain/smallest-sets': typeof import('../../src/engine/explain/smallest-sets.ts');
  readonly 'engine/explain/sufficient': typeof import('../../src/engine/explain/sufficient.ts');
  readonly 'engine/flip/flips': typeof import('../../src/engine/flip/flips.ts');
  readonly 'engine/outlook/outlook': typeof import('../../src/engine/outlook/outlook.ts');
  readonly 'engine/proof/dense': typeof import('../../src/engine/proof/dense.ts');
  readonly 'engine/proof/dockets': typeof import('../../src/engine/proof/dockets.ts');
  readonly 'engine/proof/judge-all': typeof import('../../src/engine/proof/judge-all.ts');
  readonly 'engine/touching': typeof import('../../src/engine/touching.ts');
  readonly 'engine/verdicts': typeof import('../../src/engine/verdicts.ts');
  readonly 'interview/file-order': typeof import('../../src/interview/file-order.ts');
  readonly 'interview/interview': typeof import('../../src/interview/interview.ts');
  readonly 'model/known-answers': typeof import('../../src/model/known-answers.ts');
  readonly 'report/batch/outcome-line': typeof import('../../src/report/batch/outcome-line.ts');
}

const require = createRequire(import.meta.url);

/** A module as it was built: what runs TypeScript here would change it on the way, and with it what it costs. */
export function built<Path extends keyof Sources>(path: Path): Sources[Path] {
  return require(`../../dist/${path}.js`);
}

/** The command as it is installed. */
export const COMMAND = fileURLToPath(new URL('../../bin/arch-advisor.js', import.meta.url));
