import { breathe } from '../breathe.ts';
import type { Output } from '../context.ts';

/** Writes text and waits until there is room for more, or until the signal: nothing piles up. */
export function sink(output: Output, signal: AbortSignal): (text: string) => Promise<void> {
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
