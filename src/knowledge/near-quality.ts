import type { Quality } from '../model/knowledge.ts';
import { closest } from './closest.ts';
import type { EffectFinder } from './effects.ts';

/** The quality that a label was probably meant to name, where it names none. */
export function nearQuality(
  label: string | undefined,
  { qualities, effects }: { qualities: ReadonlyMap<string, Quality>; effects: EffectFinder },
): string | undefined {
  if (label === undefined || effects.qualitiesOf(label).length > 0) return undefined;
  return closest(
    label,
    [...qualities.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
  );
}
