import { PassThrough, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { loadOnce, SMALL } from './loaded-knowledge.ts';

/** What a run of the program left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The world around a run; without anything it is a pipe, not a terminal. */
export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Output goes to terminals this wide. */
  readonly columns?: number;
  /** Bits of colour that the terminals show. */
  readonly depth?: number;
  /** Receives the environment in which the terminal is asked for its colours. */
  readonly onColours?: (env: object | undefined) => void;
  /** Somebody sits at a keyboard. */
  readonly isTyped?: boolean;
  /** Instead of the documents named. */
  readonly knowledge?: KnowledgeBase;
}

/** Runs one command line in this process, with streams that only remember. */
export async function run(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const { env = {}, stdin = '', isTyped = false, knowledge } = around;
  const loadKnowledge =
    knowledge === undefined ? loadOnce : async () => ({ knowledge, diagnostics: [], documents: 1 });
  const input = Object.assign(new PassThrough(), isTyped && { isTTY: true });
  input.end(stdin);
  const stdout = collector(around);
  const stderr = collector(around);
  const code = await main(argv, { stdin: input, stdout, stderr, env, loadKnowledge });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** The same with the small knowledge; it has no diagnostics, so that standard error stays empty. */
export function runSmall(argv: readonly string[], around: Around = {}): Promise<Ran> {
  return run([...argv, '--knowledge', SMALL], around);
}

/** A stream that only remembers; a terminal where it is given columns. */
function collector({ columns, depth, onColours }: Around) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const text = () => Buffer.concat(chunks).toString('utf8');
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const getColorDepth = (env?: object) => {
    onColours?.(env);
    return depth ?? 1;
  };
  const colours = depth === undefined ? {} : { getColorDepth };
  return Object.assign(stream, terminal, colours, { text });
}
