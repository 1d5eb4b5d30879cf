#!/usr/bin/env node
const { enableCompileCache } = require('node:module');

// Keeps what V8 compiled, so that the next command need not compile it again. Not in the shared folder for temporary
// files, where somebody else could put code for us to run.
if (enableCompileCache) {
  const { isAbsolute, join } = require('node:path');
  const caches = process.env.XDG_CACHE_HOME || join(require('node:os').homedir(), '.cache');
  if (isAbsolute(caches)) enableCompileCache(join(caches, 'arch-advisor'));
}

// Node 20 spends a third of the time of a command that advises once on optimising code that hardly runs again. Later
// versions wait longer by themselves, and do not know this flag.
const isReading = ['show', 'list', 'compare', '--version', '-V'].includes(process.argv[2]);
if (process.versions.node.startsWith('20.') && !isReading) {
  require('node:v8').setFlagsFromString('--interrupt-budget=500000');
}

const { main } = require('../dist/program/main.cjs');

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
