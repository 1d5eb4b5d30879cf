import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What is measured, by its path below `dist`; the types are those of the sources it was built from. */
interface Sources {
  readonly 'cli/batch/answer-line': typeof import('../../src/cli/batch/answer-line.ts');
  readonly 'engine/explain/explain': typeof import('../../src/engine/explain/explain.ts');
  readonly 'engine/flip/flips': typeof import('../../src/engine/flip/flips.ts');
  readonly 'engine/verdicts': typeof import('../../src/engine/verdicts.ts');
  readonly 'report/batch/outcome-line': typeof import('../../src/report/batch/outcome-line.ts');
}

const require = createRequire(import.meta.url);

/** A module as it was built: what runs TypeScript here would change it on the way, and with it what it costs. */
export function built<Path extends keyof Sources>(path: Path): Sources[Path] {
  return require(`../../dist/${path}.js`);
}

/** The command as it is installed. */
export const COMMAND = fileURLToPath(new URL('../../bin/arch-advisor.js', import.meta.url));
