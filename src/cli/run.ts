import type { Context } from './context.ts';
import type { LookOptions } from './look.ts';

/** Starts a command: makes a context for its options, and keeps the exit code. */
export type Run = <O extends LookOptions>(
  command: (options: O, context: Context) => Promise<number>,
  options: O,
) => Promise<void>;
