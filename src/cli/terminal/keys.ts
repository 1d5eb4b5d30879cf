import { createInterface } from 'node:readline';
import type { Input } from '../context.ts';

/** Milliseconds until Escape is no longer taken for the beginning of another key. */
const ESCAPE_WAIT = 50;

/** Who reads keys from a stream first decides how long it waits after Escape: to be called before anything is asked. */
export function prepareKeys(input: Input): void {
  createInterface({ input, terminal: true, escapeCodeTimeout: ESCAPE_WAIT }).close();
}
