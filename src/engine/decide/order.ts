import type { Level, OpenCondition, Residual } from './residual.ts';

/** What a conjunction with a level placed before counts, in points of span. */
const JOINED = 15;

/** What a hard rule counts: more than points, because an alternative that is ruled out early need not be followed further. */
const RULING_OUT = 100;

/**
 * The order in which the levels of a residual are compiled, as their indexes: always the level with the largest span,
 * where each conjunction that it shares with a level placed before counts as 15 points. Diagrams stay small where hard
 * rules come first, then what moves most, and what is joined stays together (docs/model.md, "Decision diagrams").
 */
export function orderOf({ levels, conditions }: Pick<Residual, 'levels' | 'conditions'>): number[] {
  const spans = levels.map(spanOf);
  const order: number[] = [];
  const left = new Set(levels.keys());
  while (left.size > 0) {
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (const level of left) {
      const value = (spans[level] ?? 0) + JOINED * sharedWith(order, level, conditions);
      if (value > most) [best, most] = [level, value];
    }
    order.push(best);
    left.delete(best);
  }
  return order;
}

/** The largest difference that its answers make to a lead. */
function spanOf({ classes, mayRuleOut }: Level): number {
  const width = classes[0]?.points.length ?? 0;
  let span = mayRuleOut === 0 ? 0 : RULING_OUT;
  for (let a = 1; a < width; a += 1) {
    for (let b = 0; b < a; b += 1) span = Math.max(span, spanBetween(a, b, classes));
  }
  return span;
}

function spanBetween(a: number, b: number, classes: Level['classes']): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { points } of classes) {
    const lead = (points[a] ?? 0) - (points[b] ?? 0);
    if (lead < lowest) lowest = lead;
    if (lead > highest) highest = lead;
  }
  return highest - lowest;
}

/** How many conjunctions a level has in common with those placed before. */
function sharedWith(
  order: readonly number[],
  level: number,
  conditions: readonly OpenCondition[],
): number {
  let shared = 0;
  for (const { anyOf } of conditions) {
    for (const conjunction of anyOf) {
      const isOwn = conjunction.some((literal) => literal.level === level);
      if (isOwn && conjunction.some((literal) => order.includes(literal.level))) shared += 1;
    }
  }
  return shared;
}
