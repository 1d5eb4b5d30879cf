import type { ListItem } from '../model/listing.ts';
import { aside } from './aside.ts';
import { count } from './count.ts';
import { type Cell, rows } from './layout.ts';
import type { Style } from './style.ts';

/** Things with their ids, for typing them. */
export function listingText(items: readonly ListItem[], kind: string, style: Style): string {
  const { palette, glyphs, width } = style;
  const column = Math.min(28, Math.max(10, ...items.map(({ id }) => id.length + 2)));
  const cells = items.flatMap(({ id, name, about, parts }): Cell[][] => [
    [
      { text: palette.strong(id), width: column },
      { text: name === about ? name : `${name}${about === '' ? '' : `: ${about}`}` },
    ],
    ...(parts
      ? [
          [
            { text: '', width: column },
            { text: palette.faint(parts.join(` ${glyphs.separator} `)) },
          ],
        ]
      : []),
  ]);
  const counted = count(items.length, kind.replace(/ies$/, 'y').replace(/s$/, ''), kind);
  return [...rows(cells, width), '', ...aside(counted, style), ''].join('\n');
}
