import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Context } from '../../src/cli/context.ts';
import { colourless, unicode } from '../../src/report/layout/style.ts';

/** Somebody at a terminal in this process. */
export interface Typist {
  readonly context: Context;
  /** Sends keys once a text is on the screen that was not there when keys were sent last. */
  readonly typeAfter: (text: string, keys: string) => Promise<void>;
  /** Closes the terminal. */
  readonly close: () => void;
  /** Everything printed on it, without what moves the cursor. */
  readonly printed: () => string;
  /** The same with all that was printed. */
  readonly raw: () => string;
}

interface Seat {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly canAsk?: boolean;
}

export function typist({ columns = 80, rows = 24, env = {}, canAsk = true }: Seat = {}): Typist {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  let all = '';
  let seen = 0;
  let wake = () => {};
  const stream = () =>
    Object.assign(
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          all += chunk.toString('utf8');
          wake();
          done();
        },
      }),
      { isTTY: true, columns, rows },
    );
  const [stdout, stderr] = [stream(), stream()];
  const style = { width: columns, palette: colourless, glyphs: unicode };
  const printed = () => stripVTControlCharacters(all);
  return {
    context: {
      ...{ stdin, stdout, stderr, env, canAsk, style, promptStyle: style },
      print: (text) => stdout.write(text),
      remark: (text) => stderr.write(text),
    },
    typeAfter: async (text, keys) => {
      await new Promise<void>((resolve) => {
        wake = () => {
          if (stripVTControlCharacters(all.slice(seen)).includes(text)) resolve();
        };
        wake();
      });
      seen = all.length;
      stdin.write(keys);
    },
    close: () => stdin.end(),
    printed,
    raw: () => all,
  };
}
