import type { Advice } from '../../model/advice.ts';
import type { Names } from '../words/names.ts';

/** How things are called in advice that was saved: by the names it holds, else by those of today's knowledge. */
export function savedNames({ decisions }: Advice, today: Names): Names {
  const titles = new Map(decisions.map(({ id, title }) => [id, title]));
  const alternatives = new Map(
    decisions.flatMap(({ ranking }) => ranking.map(({ alternative, name }) => [alternative, name])),
  );
  const alternative = (id: string) => alternatives.get(id) ?? today.alternative(id);
  return {
    ...today,
    alternative,
    alternatives: (ids) => ids.map(alternative).join(', '),
    decision: (id) => titles.get(id) ?? today.decision(id),
  };
}
