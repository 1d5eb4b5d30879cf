import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Sections } from '../common/prepared.ts';

/**
 * The second line of a prepared file; the first one holds its checksum and its length. Places count from the end of the
 * second line, in bytes.
 */
export interface Head {
  readonly sha256: string;
  /** Below the folder, in the order of their numbers. */
  readonly names: readonly string[];
  readonly sections: Readonly<Record<string, Range>>;
  /** Everything below the folder, by its path from there with slashes, in order; where files are kept. */
  readonly listing: readonly string[];
  /** The files of them, each with its bytes as they were. */
  readonly files: Readonly<Record<string, Range>>;
}

/** With a checksum of what stands there, as what is damaged is not used. */
type Range = readonly [start: number, end: number, checksum: string];

export interface OpenFile {
  readonly head: Head;
  /** Undefined where it is damaged too. */
  readonly sections: Sections;
  /** Undefined where it is damaged. */
  readonly bytesAt: (range: Range) => Buffer | undefined;
}

type Read = (start: number, end: number) => Buffer | undefined;

/** For files of which few sections are read; each of them is, and is checked, when it is asked for. */
export function openInParts(path: string): OpenFile | undefined {
  return opened((start, end) => ifReadable(() => partOf(path, start, end)));
}

/** For files of which most is needed; undefined where any section is damaged. */
export function openWhole(path: string): OpenFile | undefined {
  const bytes = readIfThere(path);
  const file = bytes && opened((start, end) => bytes.subarray(start, end));
  if (file === undefined) return undefined;
  const isWhole = Object.values(file.head.sections).every((range) => file.bytesAt(range));
  return isWhole ? file : undefined;
}

function opened(read: Read): OpenFile | undefined {
  const first = read(0, FIRST_LINE)?.toString('latin1') ?? '';
  const end = FIRST_LINE + Number.parseInt(first.slice(CHECKSUM), 16);
  const second = end > FIRST_LINE ? read(FIRST_LINE, end) : undefined;
  if (second === undefined || firstLine(second) !== first) return undefined;
  const head: Head = JSON.parse(second.toString('latin1'));
  const bytesAt = ([from, to, checksum]: Range) => {
    const bytes = read(end + from, end + to);
    return bytes && checksumOf(bytes) === checksum ? bytes : undefined;
  };
  const sections = (name: string) => {
    const range = Object.hasOwn(head.sections, name) ? head.sections[name] : undefined;
    return range && bytesAt(range)?.toString('latin1');
  };
  return { head, sections, bytesAt };
}

/** Hexadecimal digits of a checksum, and of a length. */
const CHECKSUM = 8;
const FIRST_LINE = 2 * CHECKSUM + 1;

function firstLine(second: Buffer): string {
  return `${checksumOf(second)}${hexadecimal(second.length)}\n`;
}

/** Takes a fraction of the time of a hash, and finds any damage that happens by itself. */
function checksumOf(bytes: Buffer): string {
  return hexadecimal(crc32(bytes));
}

function hexadecimal(value: number): string {
  return value.toString(16).padStart(CHECKSUM, '0');
}

function partOf(path: string, start: number, end: number): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    if (end > fstatSync(file).size) return undefined;
    const bytes = Buffer.allocUnsafe(end - start);
    return readSync(file, bytes, 0, bytes.length, start) === bytes.length ? bytes : undefined;
  } finally {
    closeSync(file);
  }
}

export function readIfThere(path: string): Buffer | undefined {
  return ifReadable(() => readFileSync(path));
}

/** Undefined where the system refuses: there are the documents, and who reads them says what is wrong. */
export function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** What stands in a prepared file; the ranges are found when it is put together. */
export interface Contents extends Pick<Head, 'sha256' | 'names' | 'listing'> {
  readonly sections: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** A prepared file as bytes. */
export function preparedBytes({ sections, files, ...rest }: Contents): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const place = (bytes: Buffer): Range => {
    parts.push(bytes);
    length += bytes.length;
    return [length - bytes.length, length, checksumOf(bytes)];
  };
  const placed = (all: ReadonlyMap<string, Buffer>) =>
    Object.fromEntries([...all].map(([name, bytes]) => [name, place(bytes)]));
  const texts = new Map(
    [...sections].map(([name, text]) => [name, Buffer.from(escaped(text), 'latin1')]),
  );
  const head: Head = { ...rest, sections: placed(texts), files: placed(files) };
  const second = Buffer.from(`${escaped(JSON.stringify(head))}\n`, 'latin1');
  return Buffer.concat([Buffer.from(firstLine(second)), second, ...parts]);
}

/** JSON without any character beyond ASCII, which takes half the memory; each of them stands within a string. */
function escaped(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
