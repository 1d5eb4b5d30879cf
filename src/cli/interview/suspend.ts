import { cursorShow } from '@inquirer/ansi';
import type { Context } from '../context.ts';
import { ASK_FOR_PASTES, LEAVE_PASTES_ALONE } from './paste.ts';

/** What reads keys, as far as stopping and going on concerns it. */
interface Reader {
  readonly on: (event: 'SIGTSTP', listener: () => void) => unknown;
  readonly pause: () => unknown;
  readonly resume: () => unknown;
}

/** Lets Ctrl-Z stop the program as it stops others: the shell finds the terminal as it was, and `fg` draws again. */
export function suspendOn(
  reader: Reader,
  { stdin, stderr }: Pick<Context, 'stdin' | 'stderr'>,
  redraw: () => void,
): void {
  const setRaw = (isRaw: boolean) => {
    if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(isRaw);
  };
  const goOn = () => {
    // Without this, the system's signals and the end of the input would not be noticed any more.
    reader.pause();
    reader.resume();
    setRaw(true);
    stderr.write(ASK_FOR_PASTES);
    redraw();
  };
  reader.on('SIGTSTP', () => {
    stderr.write(`${LEAVE_PASTES_ALONE}${cursorShow}\n`);
    setRaw(false);
    process.once('SIGCONT', goOn);
    process.kill(process.pid, 'SIGTSTP');
  });
}
