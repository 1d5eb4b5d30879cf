import type { Pins } from '../../model/answers.ts';
import type { Dense } from './dense.ts';
import { type Docket, docketOf } from './docket.ts';
import { ancestorsOf, lineOf } from './lines.ts';

const kept = new WeakMap<Dense, Map<string, Docket>>();

/** Of more dockets than this the oldest goes, so that many different pins take no more memory than some. */
const MOST_KEPT = 60;

/** All decisions under some pins; with an index, that decision and what it hangs on. */
export function docketFor(dense: Dense, pins: Pins, index?: number): Docket {
  const dockets = kept.get(dense) ?? new Map<string, Docket>();
  kept.set(dense, dockets);
  const own = index === undefined ? pins : pinsOn(index, dense, pins);
  const key = `${index ?? ''};${[...own].join(';')}`;
  const known = dockets.get(key);
  if (known) return known;
  const docket = build(dense, own, index);
  const [oldest] = dockets.keys();
  if (dockets.size >= MOST_KEPT && oldest !== undefined) dockets.delete(oldest);
  dockets.set(key, docket);
  return docket;
}

/** The pins that a decision can feel. */
function pinsOn(index: number, dense: Dense, pins: Pins): Pins {
  const line = ancestorsOf(index, dense, new Map()).add(index);
  const ids = new Set([...line].map((each) => dense.decisions[each]?.compiled.decision.id ?? ''));
  return new Map([...pins].filter(([id]) => ids.has(id)));
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
