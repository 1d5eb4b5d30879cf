#!/usr/bin/env node
const { main } = require('../dist/program/main.cjs');

// Node 20 spends a third of the time of a command that advises once on optimising code that hardly runs again. Later
// versions wait longer by themselves, and do not know this flag.
const isReading = ['show', 'list', 'compare', '--version', '-V'].includes(process.argv[2]);
if (process.versions.node.startsWith('20.') && !isReading) {
  require('node:v8').setFlagsFromString('--interrupt-budget=500000');
}

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
