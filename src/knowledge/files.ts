import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import type { LayerFiles } from './layers.ts';
import { decodeText, type TextFile, unreadable } from './read/text-file.ts';

const MEBIBYTE = 1024 * 1024;
const LARGEST_FILE = 4 * MEBIBYTE;
const LARGEST_DOCUMENT = 10 * MEBIBYTE;
const YAML_KINDS = ['qualities', 'questions', 'decisions'] as const;

/** Reads a file or folder. Throws a `UserError` for a path that is missing, unreadable, or not knowledge. */
export function readLayer(path: string): LayerFiles {
  const info = orUnreadable(path, () => statSync(path));
  if (info.isDirectory()) return readFolder(path);
  const isYaml = /\.ya?ml$/i.test(path);
  const file = isYaml ? textAt(path) : documentAt(path);
  if (isYaml && !isKnownYaml(basename(path))) {
    throw new UserError(
      `\`${plain(path)}\` is no knowledge file`,
      `name Markdown, or ${YAML_KINDS.join('.yaml, ')}.yaml`,
    );
  }
  return layerOf(isYaml ? { yaml: [file] } : { documents: [file] });
}

/** Patterns stand in `patterns/`, or anywhere in a folder without it; YAML files at the top. */
export function readFolder(path: string): LayerFiles {
  const entries = orUnreadable(path, () => readdirSync(path, { withFileTypes: true }));
  const names = entries.map(({ name }) => name).sort();
  const hasFolder = (name: string) =>
    entries.some((entry) => entry.name === name && entry.isDirectory());
  const home = hasFolder('patterns') ? join(path, 'patterns') : path;
  const documents = filesBelow(home, isPattern).map(documentAt);
  const yaml = names.filter(isKnownYaml).map((name) => textAt(join(path, name)));
  const profiles = hasFolder('profiles')
    ? filesBelow(join(path, 'profiles'), (name) => /\.ya?ml$/i.test(name)).map((profile) =>
        textAt(profile),
      )
    : [];
  if (documents.length + yaml.length === 0) {
    throw new UserError(
      `No Markdown document in \`${path}\``,
      'name a folder with *.md files, or one file',
    );
  }
  return layerOf({ yaml, documents, profiles });
}

function isPattern(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) && !/^(readme\.|\.)/i.test(name);
}

function isKnownYaml(name: string): boolean {
  return YAML_KINDS.some((kind) => name === `${kind}.yaml` || name === `${kind}.yml`);
}

function layerOf({
  yaml = [],
  documents = [],
  profiles = [],
}: {
  yaml?: readonly TextFile[];
  documents?: readonly TextFile[];
  profiles?: readonly TextFile[];
}): LayerFiles {
  const found = Object.fromEntries(
    yaml.map((file) => [basename(file.file).replace(/\.ya?ml$/i, ''), file]),
  );
  return { ...found, documents, profiles, complete: true };
}

function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const entries = orUnreadable(folder, () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isWanted(entry.name))
    .filter(
      ({ parentPath }) =>
        !/(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(relative(folder, parentPath)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads a file as UTF-8 text, without byte order mark. Throws a `UserError` that says why it cannot. */
export async function readText(path: string): Promise<TextFile> {
  return textAt(path);
}

function documentAt(path: string): TextFile {
  return textAt(path, LARGEST_DOCUMENT);
}

function textAt(path: string, largest = LARGEST_FILE): TextFile {
  const { text } = decodeText(path, readBytes(path, largest));
  return { file: nameFor(path), text };
}

function readBytes(path: string, largest: number): Buffer {
  const info = orUnreadable(path, () => statSync(path));
  if (info.isDirectory()) throw new UserError(`\`${path}\` is a folder`, 'name a file in it');
  if (info.isCharacterDevice() || info.isBlockDevice()) {
    throw new UserError(`\`${path}\` is a device`, 'name a file');
  }
  if (info.size > largest) {
    throw new UserError(
      `\`${path}\` is larger than ${largest / MEBIBYTE} MiB`,
      'split it into documents of one topic each',
    );
  }
  return orUnreadable(path, () => readFileSync(path));
}

function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** As the user would open it: from the current folder where it lies below, else in full. */
export function nameFor(path: string): string {
  const full = resolve(path);
  const short = relative('.', full);
  return plain(short.startsWith('..') ? full : short);
}
