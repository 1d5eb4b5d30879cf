#!/usr/bin/env node
import module from 'node:module';

// Keeps what V8 compiled, so that the next command need not compile it again.
module.enableCompileCache?.();
const { main } = await import('../dist/program/main.js');

process.exitCode = await main(process.argv.slice(2));
