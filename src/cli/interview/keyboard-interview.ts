import { clearScreenDown, cursorTo } from 'node:readline';
import { cursorHide, cursorShow } from '@inquirer/ansi';
import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import inquirer from 'inquirer';
import { pressed } from '../../interview/session.ts';
import type { Intent, Screen, Session } from '../../model/interview.ts';
import { hasMorePages, sessionScreen } from '../../report/interview/session-screen.ts';
import type { Context } from '../context.ts';
import { prepareKeys } from '../terminal/keys.ts';
import {
  ASK_FOR_PASTES,
  intentsOf,
  isText,
  type Key,
  LEAVE_PASTES_ALONE,
  NO_PASTE,
  pasteAfter,
} from './intents.ts';
import type { Conversation } from './line-interview.ts';

/**
 * Holds an interview key by key, each screen replacing the one before. Ends when the interview does, or when
 * the person or the signal ends it.
 */
export async function keyboardInterview(talk: Conversation): Promise<void> {
  const { stdin, stderr } = talk.context;
  const closed = new AbortController();
  const signal = AbortSignal.any([talk.signal, closed.signal]);
  const ask = inquirer.createPromptModule<{ interview: { message: string; talk: Talk } }>({
    input: stdin as NodeJS.ReadStream,
    output: stderr as NodeJS.WriteStream,
    signal,
    clearPromptOnDone: true,
  });
  ask.registerPrompt('interview', interviewPrompt);
  prepareKeys(stdin);
  stderr.write(ASK_FOR_PASTES);
  try {
    const onClose = () => closed.abort();
    await ask([{ type: 'interview', name: 'session', message: '', talk: { ...talk, onClose } }]);
  } catch (error) {
    if (!(error instanceof ExitPromptError || error instanceof AbortPromptError)) throw error;
  } finally {
    stderr.write(LEAVE_PASTES_ALONE);
  }
}

interface Talk extends Conversation {
  /** Nothing more can be typed. */
  readonly onClose: () => void;
}

/** A question of the interview, as a prompt of inquirer. */
const interviewPrompt = createPrompt<Session, { readonly talk: Talk }>(({ talk }, done) => {
  const { knowledge, context, viewOf, onChange, onClose } = talk;
  const [session, setSession] = useState(talk.session);
  const [, setRedraws] = useState(0);
  const latest = useRef(talk.session);
  const drawing = useRef<Drawing>({ last: 0 });
  const paste = useRef(NO_PASTE);
  useEffect((readline) => {
    let redraws = 0;
    const redraw = () => {
      redraws += 1;
      cursorTo(context.stderr, 0, 0);
      clearScreenDown(context.stderr);
      setRedraws(redraws);
    };
    context.stderr.on('resize', redraw);
    suspendOn(readline, context, redraw);
    readline.on('close', onClose);
    return () => {
      context.stderr.off('resize', redraw);
      readline.removeListener('close', onClose);
      clearTimeout(drawing.current.next);
    };
  }, []);
  useKeypress((key: Key, readline) => {
    const before = latest.current;
    // More keys may have come together with the one that ended it.
    if (before.interview.at.kind === 'end') return;
    paste.current = pasteAfter(paste.current, key, readline.line);
    const next = intentsOf(paste.current, key, before.screen).reduce(
      (each, intent) => pressed(each, turning(intent, each, viewOf), knowledge),
      before,
    );
    const line = textIn(next.screen);
    if (readline.line !== line) {
      readline.clearLine(0);
      readline.write(line);
    }
    // The cursor is drawn behind the text, and so it stays there.
    Object.assign(readline, { cursor: line.length });
    latest.current = next;
    onChange(next);
    if (next.interview.at.kind === 'end') done(next);
    else drawSoon(drawing.current, () => setSession(latest.current));
  });
  return `${sessionScreen(session, viewOf(session)).join('\n')}${cursorHide}`;
});

/** What would hide the explanation turns its pages first. */
function turning(intent: Intent, session: Session, viewOf: Talk['viewOf']): Intent {
  const isTurning = intent.kind === 'why' && hasMorePages(session, viewOf(session));
  return isTurning ? { kind: 'more' } : intent;
}

/** When something was drawn last, in milliseconds, and what is about to be. */
interface Drawing {
  last: number;
  next?: NodeJS.Timeout | undefined;
}

/** Milliseconds from one drawing to the next. */
const FRAME = 20;

/** Draws once for all keys that come together: a text that is pasted as keys would otherwise be drawn for each of them. */
function drawSoon(drawing: Drawing, draw: () => void): void {
  if (drawing.next !== undefined) return;
  const wait = Math.max(0, drawing.last + FRAME - Date.now());
  drawing.next = setTimeout(() => {
    drawing.next = undefined;
    draw();
    drawing.last = Date.now();
  }, wait);
}

/** What the line of text has to hold. */
function textIn(screen: Screen): string {
  return isText(screen) ? screen.text : '';
}

/** What reads keys, as far as stopping and going on concerns it. */
interface Reader {
  readonly on: (event: 'SIGTSTP', listener: () => void) => unknown;
  readonly pause: () => unknown;
  readonly resume: () => unknown;
}

/** Lets Ctrl-Z stop the program as it stops others: the shell finds the terminal as it was, and `fg` draws again. */
function suspendOn(
  reader: Reader,
  { stdin, stderr }: Pick<Context, 'stdin' | 'stderr'>,
  redraw: () => void,
): void {
  const setRaw = (isRaw: boolean) => {
    if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(isRaw);
  };
  const goOn = () => {
    // Without this, the system's signals and the end of the input would go unnoticed.
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
