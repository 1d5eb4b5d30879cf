import { createInterface } from 'node:readline';
import { pressed } from '../../interview/session.ts';
import type { Session } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { plainPrompt, plainScreen } from '../../report/interview/plain-screen.ts';
import type { SessionView } from '../../report/interview/session-view.ts';
import type { Context } from '../context.ts';
import { lineIntents } from './intents.ts';

/** Holds an interview line by line: nothing is drawn twice, so that it can be read aloud. */
export async function lineInterview(talk: Conversation): Promise<void> {
  const { context, knowledge, viewOf, onChange, signal } = talk;
  const { stdin, stderr } = context;
  // Typing is left to the terminal itself: nothing is drawn again, and no escape is printed.
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  let session = talk.session;
  const ask = () => {
    stderr.write(plainScreen(session, viewOf(session)));
    lines.setPrompt(plainPrompt(session, viewOf(session)));
    lines.prompt();
  };
  await new Promise<void>((resolve) => {
    const close = () => lines.close();
    lines.on('close', resolve);
    signal.addEventListener('abort', close);
    lines.on('line', (line) => {
      session = after(session, line);
      onChange(session);
      if (session.interview.at.kind === 'end') lines.close();
      else ask();
    });
    if (signal.aborted) close();
    else ask();
  });

  function after(before: Session, line: string): Session {
    const intents = lineIntents(line, before.screen);
    if (intents === undefined) return objecting(before);
    return intents.reduce((each, intent) => pressed(each, intent, knowledge), before);
  }
}

function objecting({ interview, screen }: Session): Session {
  if (screen.kind !== 'question') return { interview, screen };
  return { interview, screen: { ...screen, objection: 'type a number or one of the letters' } };
}

/** An interview that is to be held on a terminal. */
export interface Conversation {
  readonly knowledge: KnowledgeBase;
  readonly context: Context;
  readonly session: Session;
  /** How it looks at the moment, as a terminal may change its size. */
  readonly viewOf: (session: Session) => SessionView;
  /** Called after everything that happens, before the next screen is drawn. */
  readonly onChange: (session: Session) => void;
  /** Ends it from outside. */
  readonly signal: AbortSignal;
}
