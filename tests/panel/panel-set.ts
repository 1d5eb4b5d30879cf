import { readdir, readFile } from 'node:fs/promises';
import { join, parse as pathParts } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UserError } from '../../src/common/user-error.ts';
import type { TextFile } from '../../src/knowledge/read/text-file.ts';
import { readYaml } from '../../src/knowledge/read/yaml.ts';
import { type Judgement, parseJudgement } from './judgement.ts';

/** A described system with what two judges say about it, and the answers that were read from its facts. */
export interface PanelSystem {
  readonly id: string;
  readonly name: string;
  readonly judges: readonly [Judgement, Judgement];
  readonly sheet: TextFile;
}

/** Where systems are read from. */
export interface SetName {
  /** A folder beside this file; without one, the 80 systems that lie here. */
  readonly set?: string | undefined;
  /** The folder of a round of answers; `answers` is the current one. */
  readonly answers?: string | undefined;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SHEET = /\.(json|ya?ml)$/;

const factsSchema = z.object({ system: z.string() });

/** All systems of a set, by id. */
export async function readSet({ set, answers }: SetName, root = HERE): Promise<PanelSystem[]> {
  const folder = set === undefined ? root : await folderOf(set, root);
  const round = answers ?? 'answers';
  await expectRound(round, folder);
  const [facts, first, second, sheets] = await Promise.all(
    ['facts', 'judge1', 'judge2', round].map((each) => filesIn(join(folder, each))),
  );
  const read = (files: Files | undefined, id: string) => textOf(files, id, set ?? 'the panel');
  return Promise.all(
    [...(first?.paths.keys() ?? [])].sort().map(async (id) => ({
      id,
      name: nameIn(await read(facts, id)),
      judges: [
        parseJudgement(await read(first, id)),
        parseJudgement(await read(second, id)),
      ] as const,
      sheet: await read(sheets, id),
    })),
  );
}

/** The sheets of a folder, by the id of the system. */
interface Files {
  readonly name: string;
  readonly paths: ReadonlyMap<string, string>;
}

async function filesIn(folder: string): Promise<Files> {
  const files = (await entriesOf(folder)).filter((name) => SHEET.test(name));
  return {
    name: pathParts(folder).base,
    paths: new Map(files.map((file) => [pathParts(file).name, join(folder, file)])),
  };
}

async function textOf(files: Files | undefined, id: string, set: string): Promise<TextFile> {
  const path = files?.paths.get(id);
  if (path === undefined) {
    throw new UserError(`${id} of ${set} is missing in \`${files?.name ?? ''}\``);
  }
  return {
    file: `${files?.name ?? ''}/${pathParts(path).base}`,
    text: await readFile(path, 'utf8'),
  };
}

function nameIn(source: TextFile): string {
  const result = readYaml(source, factsSchema);
  return result.ok ? result.data.system : '';
}

async function folderOf(set: string, root: string): Promise<string> {
  const inner = await entriesOf(root);
  const isSet = await Promise.all(
    inner.map(async (name) => (await entriesOf(join(root, name))).includes('judge1')),
  );
  const sets = inner.filter((_, index) => isSet[index]);
  if (sets.includes(set)) return join(root, set);
  throw new UserError(
    `Unknown set \`${set}\``,
    sets.length === 0 ? 'there is none beside the 80 systems' : `there are ${sets.join(', ')}`,
  );
}

async function expectRound(round: string, folder: string): Promise<void> {
  const rounds = (await entriesOf(folder)).filter((name) => name.startsWith('answers'));
  if (rounds.includes(round)) return;
  throw new UserError(`Unknown answers \`${round}\``, `there are ${rounds.join(', ')}`);
}

/** What lies in a folder; nothing where there is none. */
async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
