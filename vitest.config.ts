import { defineConfig } from 'vitest/config';

const LONG = 'tests/**/*.long.test.ts';

/** `--mode deep` tries ten times as many random cases, new ones each time; `--mode terminal` runs what takes long. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'terminal' ? [LONG] : ['tests/**/*.test.ts'],
    exclude: mode === 'terminal' ? [] : [LONG],
    env: mode === 'deep' ? { CASES: process.env.CASES ?? '2000' } : {},
    // Ample for a slow machine; nothing is asserted about time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Files share what is loaded, compiled and worked out once.
    isolate: false,
    maxWorkers: '100%',
    globalSetup: 'tests/support/draw-seed.ts',
    setupFiles: 'tests/support/use-seed.ts',
  },
}));
