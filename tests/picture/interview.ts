import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import xterm from '@xterm/headless';
import { parse } from 'yaml';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { keys, openTerminal, type Size, type Terminal } from '../support/terminal.ts';
import { type Row, rowsOn, textOf } from './rows.ts';

/** An interview in a real terminal, and the question at which it stops. */
export interface Interview extends Size {
  readonly args: readonly string[];
  readonly knowledge: KnowledgeBase;
  /** The profile that answers the questions. */
  readonly profile: string;
  readonly stopAt: number;
}

/** The question at which an interview stopped, with the screen that shows it. */
export interface Shown {
  readonly question: Question;
  readonly rows: readonly Row[];
}

/** Runs `ask` in a home of its own, types the answers of a profile, and reads the last screen. */
export async function hold(interview: Interview): Promise<Shown> {
  const home = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const terminal = openTerminal(['ask', ...interview.args], home, {
    columns: interview.columns,
    rows: interview.rows,
    env: { XDG_STATE_HOME: home, NO_COLOR: undefined, FORCE_COLOR: '1' },
  });
  try {
    return await answered(terminal, interview);
  } finally {
    terminal.kill('SIGKILL');
    await terminal.exit;
    await rm(home, { recursive: true, force: true });
  }
}

async function answered(terminal: Terminal, interview: Interview): Promise<Shown> {
  for (let number = 1; ; number += 1) {
    await terminal.waitFor(`question ${number} `);
    const output = await terminal.waitFor('save, quit');
    const rows = await rowsOn(screen(interview), output);
    const question = questionOn(rows, interview.knowledge);
    if (number === interview.stopAt) return { question, rows };
    terminal.type(typed(question, interview));
  }
}

function screen({ columns, rows }: Size) {
  return new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
}

function questionOn(rows: readonly Row[], { questions }: KnowledgeBase): Question {
  const flat = rows.map(textOf).join(' ').replace(/\s+/g, ' ');
  const found = [...questions.values()].find(({ ask }) => flat.includes(ask));
  if (found === undefined) throw new Error(`No question known in: ${flat}`);
  return found;
}

/** The keys that give the profile's answer; what it leaves open is not known. */
function typed(question: Question, { knowledge, profile }: Interview): string {
  const wanted = idsIn(knowledge.profiles.get(profile)?.text ?? '', question.id);
  const places = question.choices.flatMap(({ id }, at) => (wanted.includes(id) ? [at] : []));
  if (places.length === 0) return 'u';
  const moves = places.map((at, index) => keys.down.repeat(at - (places[index - 1] ?? 0)));
  return question.several
    ? `${moves.map((move) => move + keys.space).join('')}${keys.enter}`
    : `${moves.join('')}${keys.enter}`;
}

/** The ids of the choices that an answer file names. */
function idsIn(file: string, question: string): unknown[] {
  const { answers }: { answers: Record<string, unknown> } = parse(file);
  return [answers[question]].flat();
}
