import { defineConfig } from 'vitest/config';

const LONG = 'tests/**/*.long.test.ts';
const READERS = 'tests/readers/*.readers.test.ts';

/** The tests that a mode runs in place of all the others. */
const OWN: Readonly<Record<string, string>> = { terminal: LONG, readers: READERS };

const ENV: Readonly<Record<string, Record<string, string>>> = {
  deep: { CASES: process.env.CASES ?? '2000' },
  // Some readers show the day before where the clock is behind.
  readers: { TZ: 'UTC' },
};

/**
 * `--mode deep` tries ten times as many random cases, new ones each time; `--mode terminal` runs what takes long, and
 * `--mode readers` what needs the programs that read our formats.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: [OWN[mode] ?? 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(mode in OWN ? [] : Object.values(OWN))],
    env: ENV[mode] ?? {},
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
