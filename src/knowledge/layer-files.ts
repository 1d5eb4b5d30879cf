import { basename, join } from 'node:path';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { type FileKind, infoAt, linkInfo, nameFor, realPath, textAt } from './files.ts';
import { type Found, filesBelow, unreadAt } from './folders.ts';
import type { LayerFiles, Skipped, Unread } from './layers.ts';
import type { TextFile } from './read/text-file.ts';

/** Of each kind the files of the top layer count. */
export const YAML_KINDS = ['qualities', 'questions', 'decisions', 'products'] as const;

/** Of this kind those of all layers count together. */
const READING = 'reading';

const ALL_KINDS = [...YAML_KINDS, READING];

/** The real paths of the documents read so far: one that is named twice, or reached by a link as well, is read once. */
export type Seen = Set<string>;

/** Reads a file or folder. Throws a `UserError` for a path that is missing, unreadable, or not knowledge. */
export function readLayer(path: string, seen: Seen = new Set()): LayerFiles {
  if (path === '-') {
    throw new UserError(
      'Documents are not read from standard input',
      'name a file or a folder; for a file called `-`, use `./-`',
    );
  }
  if (infoAt(path).isDirectory()) return readFolder(path, seen);
  if (isMdx(path)) {
    throw new UserError(
      `\`${plain(path)}\` is MDX, not Markdown`,
      'save it as .md, without components',
    );
  }
  if (!isYaml(path)) {
    const documents = onlyNew([path], seen).map((each) => textAt(each, 'document'));
    return { ...NOTHING, documents };
  }
  if (isKnownYaml(basename(path)))
    return { ...NOTHING, ...yamlByKind([textAt(path, 'knowledge')]) };
  throw new UserError(
    `\`${plain(path)}\` is not a knowledge file`,
    `name a Markdown file, or ${ALL_KINDS.join('.yaml, ')}.yaml`,
  );
}

const NOTHING: LayerFiles = { documents: [], profiles: [], reading: [], complete: true };

/**
 * Patterns stand in `patterns/`, or anywhere in a folder without it; YAML files at the top. What cannot be read is noted.
 * Throws a `UserError` where that is all there is of documents, or concerns a YAML file, on which everything rests.
 */
export function readFolder(path: string, seen: Seen = new Set()): LayerFiles {
  const home = folderIn(path, 'patterns') ?? path;
  const found = filesBelow(home, (name) => isMarkdown(name) || isMdx(name));
  const yaml = yamlIn(path);
  refuseNothing(path, found, yaml);
  const names = onlyNew(found.files.filter(isMarkdown), seen);
  const unread: Unread[] = [...found.unread];
  const documents = textsAt(without(names, isReadme), 'document', unread);
  const readmes = textsAt(names.filter(isReadme), 'document', unread);
  refuseAllUnread([...documents, ...readmes], unread);
  const ownProfiles = profilesIn(path);
  return {
    ...yamlByKind(yaml.map((each) => textAt(each, 'knowledge'))),
    ...{ documents, readmes, unread, complete: true },
    isOnlyReadmes: yaml.length === 0 && found.files.filter(isMarkdown).every(isReadme),
    profiles: textsAt(ownProfiles.files, 'answers', unread),
    skipped: [...found.skipped, ...found.files.filter(isMdx).map(skippedMdx)],
  };
}

/** Throws a `UserError` where there is nothing to read. */
function refuseNothing(folder: string, { files, unread }: Found, yaml: readonly string[]): void {
  if (files.filter(isMarkdown).length + unread.length + yaml.length > 0) return;
  const mdx = files.find(isMdx);
  throw new UserError(
    `No Markdown documents in \`${folder}\``,
    mdx === undefined
      ? 'name a folder with *.md files, or one file'
      : `\`${nameFor(mdx)}\` is MDX, not Markdown: save it as .md, without components`,
  );
}

/** Throws a `UserError` where nothing could be read of what there is. */
function refuseAllUnread(read: readonly TextFile[], [first]: readonly Unread[]): void {
  if (first && read.length === 0) throw new UserError(first.message, first.hint);
}

/** Adds what cannot be read to what was not. */
function textsAt(paths: readonly string[], kind: FileKind, unread: Unread[]): TextFile[] {
  return paths.flatMap((path) => {
    try {
      return [textAt(path, kind)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unread.push(unreadAt(path, error));
      return [];
    }
  });
}

/** A link counts for less than the file itself, wherever the two lie; of two links the first counts. */
function onlyNew(paths: readonly string[], seen: Seen): string[] {
  const real = new Map(paths.map((path) => [path, realOf(path)]));
  const isLink = (path: string) => linkInfo(path)?.isSymbolicLink() === true;
  const byItself = new Set(without(paths, isLink).map((path) => real.get(path)));
  return paths.filter((path) => {
    const own = real.get(path) ?? path;
    if (seen.has(own) || (byItself.has(own) && isLink(path))) return false;
    seen.add(own);
    return true;
  });
}

/** A link that leads nowhere is its own file: reading it says so. */
function realOf(path: string): string {
  try {
    return realPath(path);
  } catch (error) {
    if (error instanceof UserError) return path;
    throw error;
  }
}

function without(names: readonly string[], isMeant: (name: string) => boolean): string[] {
  return names.filter((name) => !isMeant(name));
}

function folderIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return linkInfo(path)?.isDirectory() ? path : undefined;
}

function profilesIn(folder: string): Found {
  const own = folderIn(folder, 'profiles');
  return own === undefined ? { files: [], unread: [], skipped: [] } : filesBelow(own, isYaml);
}

/** Throws a `UserError` where there are two of a kind. */
function yamlIn(folder: string): string[] {
  return ALL_KINDS.flatMap((kind) => {
    const names = [`${kind}.yaml`, `${kind}.yml`];
    const paths = names.map((name) => join(folder, name));
    const there = paths.filter((path) => linkInfo(path) !== undefined);
    if (there.length < 2) return there;
    throw new UserError(
      `\`${plain(folder)}\` contains both ${names.join(' and ')}`,
      'keep one of them',
    );
  });
}

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** What describes a folder, and sometimes patterns. */
function isReadme(path: string): boolean {
  return /^readme\./i.test(basename(path));
}

function isKnownYaml(name: string): boolean {
  return ALL_KINDS.some((kind) => name === `${kind}.yaml` || name === `${kind}.yml`);
}

function skippedMdx(path: string): Skipped {
  return { file: nameFor(path), reason: 'MDX is not Markdown' };
}

/** YAML files of knowledge by their kind, which is their name; of two of a kind the later, but for the words to read with. */
export function yamlByKind(
  yaml: readonly TextFile[],
): Pick<LayerFiles, (typeof YAML_KINDS)[number] | typeof READING> {
  const kindOf = ({ file }: TextFile) => basename(file).replace(/\.ya?ml$/i, '');
  const others = yaml.filter((file) => kindOf(file) !== READING);
  return {
    ...Object.fromEntries(others.map((file) => [kindOf(file), file])),
    reading: yaml.filter((file) => kindOf(file) === READING),
  };
}
