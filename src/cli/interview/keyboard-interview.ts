import { clearScreenDown, cursorTo } from 'node:readline';
import { cursorHide } from '@inquirer/ansi';
import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import { pressed } from '../../interview/session.ts';
import type { Screen, Session } from '../../model/interview.ts';
import { sessionScreen } from '../../report/interview/session-screen.ts';
import type { Conversation } from './conversation.ts';
import { type Key, keyIntent } from './key-intent.ts';

/**
 * Holds an interview key by key, each screen in the place of the one before. Ends where the interview does, or where
 * the person or the signal ends it.
 */
export async function keyboardInterview(talk: Conversation): Promise<void> {
  const { stdin, stderr } = talk.context;
  const closed = new AbortController();
  const signal = AbortSignal.any([talk.signal, closed.signal]);
  const streams = {
    input: stdin as NodeJS.ReadStream,
    output: stderr as NodeJS.WriteStream,
    signal,
    clearPromptOnDone: true,
  };
  try {
    await prompt({ ...talk, onClose: () => closed.abort() }, streams);
  } catch (error) {
    if (!(error instanceof ExitPromptError || error instanceof AbortPromptError)) throw error;
  }
}

interface Talk extends Conversation {
  /** Nothing more can be typed. */
  readonly onClose: () => void;
}

const prompt = createPrompt<Session, Talk>((talk, done) => {
  const { knowledge, context, viewOf, onChange, onClose } = talk;
  const [session, setSession] = useState(talk.session);
  const [, setResizes] = useState(0);
  useEffect((readline) => {
    let resizes = 0;
    const onResize = () => {
      resizes += 1;
      cursorTo(context.stderr, 0, 0);
      clearScreenDown(context.stderr);
      setResizes(resizes);
    };
    context.stderr.on('resize', onResize);
    readline.on('close', onClose);
    return () => {
      context.stderr.off('resize', onResize);
      readline.removeListener('close', onClose);
    };
  }, []);
  useKeypress((key: Key, readline) => {
    const intent = keyIntent(key, session.screen, readline.line);
    const next = intent ? pressed(session, intent, knowledge) : session;
    const line = textIn(next.screen);
    if (line === undefined || textIn(session.screen) === undefined) {
      readline.clearLine(0);
      readline.write(line ?? '');
    }
    onChange(next);
    setSession(next);
    if (next.interview.at.kind === 'end') done(next);
  });
  return `${sessionScreen(session, viewOf(session)).join('\n')}${cursorHide}`;
});

function textIn(screen: Screen): string | undefined {
  return screen.kind === 'name' || screen.kind === 'note' ? screen.text : undefined;
}
