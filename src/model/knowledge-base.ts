import type { Combination } from './combination.ts';
import type { Decision, Waiver } from './decision.ts';
import type { Pattern } from './pattern.ts';
import type { Place } from './place.ts';
import type { Quality } from './quality.ts';
import type { Contradiction, Question, QuestionGroup } from './question.ts';
import type { Renamed } from './renamed.ts';

/** All that the advisor knows; immutable. Maps keep the order of the documents. */
export interface KnowledgeBase {
  readonly version: string;
  /** Of the names and bytes of all files it was read from, in hexadecimal. */
  readonly sha256: string;
  readonly qualities: ReadonlyMap<string, Quality>;
  readonly groups: readonly QuestionGroup[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly contradictions: readonly Contradiction[];
  /** In the order of the layers and of their lines. */
  readonly renamed: readonly Renamed[];
  /** Only those of which at least two alternatives are described. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** What picks of different decisions forbid or ask of each other, as far as somebody describes what they name. */
  readonly combinations: readonly Combination[];
  readonly waivers: readonly Waiver[];
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly profiles: ReadonlyMap<string, ProfileFile>;
}

/** The footnote that a claim refers to. Its key is `file#id`, as two documents may use one id. */
export interface Source {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/** A ready-made answer file, not yet read as answers. */
export interface ProfileFile {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}
