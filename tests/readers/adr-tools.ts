import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HOME, printedBy } from './installed.ts';
import { linkedEntries } from './linked-list.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

/** Where `install.ts` puts it. */
export const ADR_TOOLS = join(HOME, '.adr-tools');

/**
 * adr-tools 3 of Debian: `adr list`, the titles in the Markdown of `adr generate toc`, and the arrows of `adr generate graph`.
 * It prints neither a status nor a date. Throws where a title ends the label that it is put into.
 */
export async function readByAdrTools(project: string): Promise<ShownRecord[]> {
  await writeFile(join(project, '.adr-dir'), `${RECORDS}\n`);
  const files = (await adr(project, 'list'))
    .trim()
    .split('\n')
    .map((path) => basename(path));
  const titles = titlesIn(await adr(project, 'generate', 'toc'));
  const arrows = arrowsIn(await adr(project, 'generate', 'graph'));
  const numbered = new Map(files.map((file) => [Number.parseInt(file, 10), file]));
  return files.map((file) => {
    const title = titles.get(file);
    const supersedes = numbered.get(arrows.get(Number.parseInt(file, 10)) ?? 0);
    return {
      file,
      ...(title !== undefined && { title }),
      ...(supersedes !== undefined && { supersedes }),
    };
  });
}

function adr(project: string, ...args: readonly string[]): Promise<string> {
  return printedBy(join(ADR_TOOLS, 'bin/adr'), args, project);
}

/** `* [1. Database: SQL](0001-database-sql.md)`; of a record with front matter it prints `-`. */
function titlesIn(toc: string): Map<string, string> {
  return new Map(
    linkedEntries(toc).flatMap(({ target, text }) =>
      text === '-' ? [] : [[target, text] as const],
    ),
  );
}

const NODE = /^ {4}_\d+ \[label="(?:[^"\\]|\\.)*"; URL="[\w.-]*"\];$/;
const ORDER = /^ {4}_\d+ -> _\d+ \[style="dotted", weight=1\];$/;
const ARROW = /^ {2}_(\d+) -> _(\d+) \[label="Supersedes", weight=0\]$/;
const FRAME = ['digraph {', '  node [shape=plaintext];', '  subgraph {', '  }', '}', ''];

/** For each record that supersedes another, by number, that other. */
function arrowsIn(graph: string): Map<number, number> {
  return new Map(
    graph.split('\n').flatMap((line) => {
      if (FRAME.includes(line) || NODE.test(line) || ORDER.test(line)) return [];
      const [, from, to] = ARROW.exec(line) ?? [];
      if (from === undefined) throw new Error(`Not a line of Graphviz: ${line}`);
      return [[Number(from), Number(to)] as const];
    }),
  );
}
