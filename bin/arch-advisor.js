#!/usr/bin/env node
const { main } = require('../dist/program/main.cjs');

// Later versions do well by themselves, and do not know the first flag.
if (process.versions.node.startsWith('20.')) {
  const { setFlagsFromString } = require('node:v8');
  const [command] = process.argv.slice(2);
  // A third of the time of a command that advises once goes into optimising code that hardly runs again.
  const isReading = ['show', 'list', 'compare', '--version', '-V'].includes(command);
  if (!isReading) setFlagsFromString('--interrupt-budget=500000');
  // Most of what such a command makes it keeps: more room for what is short-lived takes memory, and saves no time.
  if (command === 'recommend') setFlagsFromString('--semi-space-growth-factor=1');
}

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
