import { fileName } from '../../common/text.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';

/** Something that words were found in, and where: the best first. */
export interface Found {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly passages: readonly {
    readonly text: string;
    readonly isName: boolean;
    readonly place: { readonly file: string; readonly line: number };
  }[];
}

const MOST_HITS = 12;
const MOST_PASSAGES = 3;
const INDENT = 2;

/** Each thing with the best sentences about the words, and their places. */
export function searchText(hits: readonly Found[], isFull: boolean, style: Style): string {
  const shown = isFull ? hits : hits.slice(0, MOST_HITS);
  const hidden = hits.length - shown.length;
  const more = hidden > 0 ? `, ${hidden} more with --full` : '';
  return [
    ...shown.flatMap((hit) => [...hitLines(hit, isFull, style), '']),
    ...aside(`${count(hits.length, 'match', 'matches')}${more}`, style),
    '',
  ].join('\n');
}

function hitLines({ kind, id, label, passages }: Found, isFull: boolean, style: Style): string[] {
  const { palette, width } = style;
  const said = passages.filter(({ isName }) => !isName);
  const shown = isFull ? said : said.slice(0, MOST_PASSAGES);
  const cells = shown.map(({ text, place }): Cell[] => [
    { text: '', width: INDENT },
    { text: `${text} ${palette.faint(`(${fileName(place.file)}:${place.line})`)}` },
  ]);
  const head = `${palette.strong(label)} ${palette.faint(`${kind}, arch-advisor show ${id}`)}`;
  return [...paragraph(head, width), ...rows(cells, width)];
}
