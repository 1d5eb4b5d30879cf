import type { Alternative } from '../../model/decision.ts';
import type { Quality } from '../../model/knowledge.ts';
import type { Mark } from '../markdown/marks.ts';
import type { Vocabulary } from '../markdown/section.ts';
import type { ReadingWords } from '../read/reading.ts';
import { findContainers } from './container-names.ts';
import { findEffects } from './effects.ts';
import { indexNames } from './names.ts';

/** What a vocabulary is made of. */
export interface Words {
  readonly alternatives: readonly Pick<Alternative, 'id' | 'name' | 'aliases'>[];
  readonly qualities: readonly Quality[];
  readonly reading: ReadingWords;
}

const MARKS = { benefits: 1, disadvantages: -1, neutral: 0 } as const satisfies Record<
  string,
  Mark
>;

/** The words that give a document its meaning: names of alternatives, qualities and containers. */
export function vocabularyFrom({ alternatives, qualities, reading }: Words): Vocabulary {
  const kinds = ['benefits', 'disadvantages', 'neutral'] as const;
  return {
    names: indexNames(alternatives),
    effects: findEffects(qualities, reading),
    containers: findContainers(reading),
    openings: kinds.flatMap((kind) =>
      reading.openings[kind].map((words) => ({ words: words.toLowerCase(), mark: MARKS[kind] })),
    ),
  };
}
