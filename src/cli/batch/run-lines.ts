import type { Output } from '../context.ts';
import { breathe, type Stop } from '../terminal/stop.ts';
import type { LineInput } from './inputs.ts';
import { jsonLines, type Line } from './json-lines.ts';

export interface LineRun {
  readonly inputs: readonly LineInput[];
  /** The output for a line; empty if nothing is printed for it. */
  readonly textOf: (line: Line, input: LineInput) => string;
  readonly output: Output;
  readonly stop: Stop;
  /** Called from time to time with the number of bytes taken in all. */
  readonly onProgress: (bytes: number) => void;
}

/** Takes line after line, in order, until there are no more or something stops it. */
export async function runLines({
  inputs,
  textOf,
  output,
  stop,
  onProgress,
}: LineRun): Promise<void> {
  const { signal } = stop;
  const write = sink(output, signal);
  let bytes = 0;
  const pass = async (lines: readonly Line[], input: LineInput) => {
    for (const text of blocks(lines, (line) => textOf(line, input))) {
      await write(text);
      if (signal.aborted) return;
      onProgress(bytes);
    }
  };
  for (const input of inputs) {
    const cut = jsonLines();
    for await (const chunk of input.chunks(signal)) {
      await pass(cut.push(chunk), input);
      if (signal.aborted) return;
      bytes += chunk.length;
    }
    if (signal.aborted) return;
    await pass(cut.end(), input);
  }
}

/** Characters to write at once, and lines between two pauses for other events. */
const BLOCK = 64 * 1024;
const MANY = 500;

/** The text of many lines, a good piece at a time. */
function* blocks(lines: readonly Line[], textOf: (line: Line) => string): Generator<string> {
  let [text, taken] = ['', 0];
  for (const line of lines) {
    text += textOf(line);
    taken += 1;
    if (text.length < BLOCK && taken < MANY) continue;
    yield text;
    [text, taken] = ['', 0];
  }
  yield text;
}

/** Writes text and waits until there is room for more, or until the signal: nothing piles up. */
function sink(output: Output, signal: AbortSignal): (text: string) => Promise<void> {
  return async (text) => {
    if (text !== '' && !output.destroyed && !output.write(text)) await drained(output, signal);
    await breathe();
  };
}

function drained(output: Output, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      output.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    output.once('drain', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
