import type { Readable, Writable } from 'node:stream';
import type { loadKnowledge } from '../knowledge/load.ts';
import type { Style } from '../report/layout/style.ts';

/** A stream to print to; a terminal knows its size and colours. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  /** Of the operating system, where another program can write to it as well. */
  readonly fd?: number;
  readonly columns?: number;
  readonly rows?: number;
  getColorDepth?(env?: object): number;
}

export interface Input extends Readable {
  readonly isTTY?: boolean;
}

/** The world as `main` was given it; tests pass their own. */
export interface World {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Another way to load knowledge; commands otherwise read it from disk. */
  readonly loadKnowledge?: typeof loadKnowledge;
}

/** The world as a command sees it. */
export interface Context extends World {
  /** How results look. */
  readonly style: Style;
  /** How prompts look, which are drawn on standard error. */
  readonly promptStyle: Style;
  /** Prints a result to standard output. */
  readonly print: (text: string) => void;
  /** Prints a remark to standard error. */
  readonly remark: (text: string) => void;
  /** There is a person to ask: input and error output are terminals. */
  readonly canAsk: boolean;
}
