import type { Pins } from '../../model/answers.ts';
import type { Dense } from './dense.ts';
import { type Docket, docketOf } from './docket.ts';
import { lineOf } from './lines.ts';

const kept = new WeakMap<Dense, Map<string, Docket>>();

/** Of more dockets than this none is kept, so that many different pins take no more memory than some. */
const MOST_KEPT = 50;

/** All decisions under some pins; with an index, that decision and what it hangs on. */
export function docketFor(dense: Dense, pins: Pins, index?: number): Docket {
  const dockets = kept.get(dense) ?? new Map<string, Docket>();
  kept.set(dense, dockets);
  const key = `${index ?? ''};${[...pins].join(';')}`;
  const docket = dockets.get(key) ?? build(dense, pins, index);
  if (dockets.size >= MOST_KEPT) dockets.clear();
  dockets.set(key, docket);
  return docket;
}

function build(dense: Dense, pins: Pins, index: number | undefined): Docket {
  const indexes =
    index === undefined
      ? dense.decisions.map((decision) => decision.index)
      : lineOf(dense, index, pins).map(({ decision }) => decision.index);
  return docketOf(
    dense,
    indexes.map((each) => lineOf(dense, each, pins)),
  );
}
