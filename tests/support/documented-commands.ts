import { readdir, readFile } from 'node:fs/promises';
import { run } from './cli-run.ts';

const ROOT = new URL('../../', import.meta.url);

/** A command line that a document or a help text shows. */
export interface Documented {
  readonly where: string;
  /** As it stands there, without its comment. */
  readonly line: string;
  /** The file that is piped into it. */
  readonly input?: string;
  readonly argv: readonly string[];
}

/** Words that stand for something that the reader fills in. */
const PLACEHOLDERS = /\b(?:FILE|FOLDER|NAME|CHOICE|COMMAND)\b/;
/** A command fills a line, perhaps behind a prompt; what follows a wide gap or a `#` explains it. */
const COMMAND =
  /^ *(?:\$ )?(?<line>(?:npm ci && )?(?:cat (?<input>\S+) \| )?(?:arch-advisor|node bin\/arch-advisor\.js)(?<words>(?: (?!#)\S+)+))/gm;

/** The README and the pages in `docs/`. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const pages = await readdir(new URL('docs/', ROOT));
  const names = pages.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const texts = ['README.md', ...names].map(async (name) => {
    return [name, await readFile(new URL(name, ROOT), 'utf8')] as const;
  });
  return new Map(await Promise.all(texts));
}

/** The help of the program and of each command. */
export async function helps(): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) [[<]/gm)].map(([, name = '']) => name);
  const texts = commands.map(async (name) => {
    return [`${name} --help`, (await run([name, '--help'])).stdout] as const;
  });
  return new Map([['--help', stdout], ...(await Promise.all(texts))]);
}

/** All command lines in these texts, each once, but for those with a placeholder. */
export function commandsIn(texts: ReadonlyMap<string, string>): Documented[] {
  const found = [...texts].flatMap(([where, text]) =>
    [...joined(text).matchAll(COMMAND)].map(({ groups = {} }) => ({
      where,
      line: groups.line ?? '',
      argv: wordsIn((groups.words ?? '').replace(/ > \S+$/, '')),
      ...(groups.input !== undefined && { input: groups.input }),
    })),
  );
  const once = new Map(found.map((each) => [each.line, each]));
  return [...once.values()].filter(({ line }) => !PLACEHOLDERS.test(line));
}

/** A command that continues after a backslash in one line. */
function joined(text: string): string {
  return text.replace(/ \\\n */g, ' ');
}

/** The words as a shell reads them: quotes keep blanks together. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
