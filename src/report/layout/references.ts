import { fileName } from '../../common/text.ts';
import type { Citation } from '../../model/advice.ts';
import { aside } from './layout.ts';
import { GLUE, type Style } from './style.ts';

type Spot = Pick<Citation, 'file' | 'line'>;

/** Numbers the places that a text refers to, in order of appearance. */
export interface References {
  /** `[3]`; the same place always has the same number. */
  readonly mark: (spot: Spot) => string;
  /** `[1] databases.md:41  [2] …` for all places so far. */
  readonly list: () => string;
}

export function references({ palette }: Style): References {
  const spots: Spot[] = [];
  const nameOf = ({ file, line }: Spot) => {
    const isAlone = spots.every(
      (spot) => spot.file === file || fileName(spot.file) !== fileName(file),
    );
    return `${isAlone ? fileName(file) : file}:${line}`;
  };
  return {
    mark: ({ file, line }) => {
      const known = spots.findIndex((spot) => spot.file === file && spot.line === line);
      const number = known >= 0 ? known + 1 : spots.push({ file, line });
      return palette.faint(`[${number}]`);
    },
    list: () =>
      palette.faint(spots.map((spot, index) => `[${index + 1}]${GLUE}${nameOf(spot)}`).join('  ')),
  };
}

/** A blank line and the folders of some files, in their order; empty without files. */
export function foldersLines(files: readonly string[], style: Style): string[] {
  const folders = new Set(
    files.map((file) => file.slice(0, file.length - fileName(file).length) || './'),
  );
  if (folders.size === 0) return [];
  return ['', ...aside(`Line numbers refer to the documents in ${[...folders].join(', ')}`, style)];
}

/** What a document says, without its label and its full stop, with the number of its place. */
export function citation(
  claim: Citation,
  { mark }: References,
  shortened: (text: string) => string = (text) => text,
): string {
  const text = shortened(withoutLabel(claim).replace(/[.;]$/, ''));
  return `${text}${claim.contested ? ' (contested)' : ''} ${mark(claim)}`;
}

/** A sentence without the label that names the quality, if the quality is named next to it. */
export function withoutLabel({
  text,
  label,
}: {
  text: string;
  label?: string | undefined;
}): string {
  const rest = label === undefined ? text : text.slice(label.length + 1).trim();
  return rest === '' ? text : rest;
}
