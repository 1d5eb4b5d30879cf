import { readFileSync } from 'node:fs';
import { runLines } from '../../dist/cli/batch/run-lines.js';
import { stopOn } from '../../dist/cli/terminal/stop.js';

/**
 * The least that any filter over JSON lines does: it parses a line and prints it again, with the reading and writing of
 * `batch`. With a file of lines it prints those in turn instead, for one that has as much to print as `batch`.
 */
const [path] = process.argv.slice(2);
const others = path === undefined ? [] : readFileSync(path, 'utf8').trimEnd().split('\n');
const objects = others.map((line) => JSON.parse(line));
let printed = 0;

const textOf = ({ text }) => {
  const value = JSON.parse(text);
  const other = objects[printed % objects.length];
  printed += 1;
  return `${JSON.stringify(other ?? value)}\n`;
};
const input = { name: 'standard input', chunks: () => process.stdin.iterator() };
const stop = stopOn(process.stdout);
await runLines({ inputs: [input], textOf, output: process.stdout, stop, onProgress: () => {} });
stop.release();
