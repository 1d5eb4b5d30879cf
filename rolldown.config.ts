import { defineConfig, type Plugin } from 'rolldown';

/** Commander loads this module for commands that are programs of their own, of which there are none; it takes Node long. */
const withoutSubprocesses: Plugin = {
  name: 'without-subprocesses',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('/commander/') ? '\0none' : null,
  load: (id) => (id === '\0none' ? 'export {}' : null),
};

/**
 * The program as CommonJS, a chunk per command: Node loads chunks with `require` in a third of the time that it takes to
 * import modules. The library stays as tsc writes it.
 */
export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  plugins: [withoutSubprocesses],
  output: {
    dir: 'dist/program',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: { compress: true, mangle: false },
    comments: { legal: true },
  },
});
