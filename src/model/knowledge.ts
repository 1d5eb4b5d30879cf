import type { Condition, Place } from './condition.ts';
import type { Alternative, Decision, Waiver } from './decision.ts';
import type { Pattern } from './pattern.ts';
import type { Product } from './product.ts';
import type {
  Contradiction,
  CoverageLimit,
  Implication,
  Question,
  QuestionGroup,
} from './question.ts';

/** All that the advisor knows; immutable. Maps keep the order of the documents. */
export interface KnowledgeBase {
  readonly version: string;
  /** Of the names and bytes of all files it was read from, in hexadecimal. */
  readonly sha256: string;
  readonly qualities: ReadonlyMap<string, Quality>;
  readonly groups: readonly QuestionGroup[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly contradictions: readonly Contradiction[];
  /** In the order of the layers and of their lines; no question implies itself through others. */
  readonly implications: readonly Implication[];
  /** In the order of the layers and of their lines. */
  readonly notCovered: readonly CoverageLimit[];
  /** In the order of the layers and of their lines. */
  readonly renamed: readonly Renamed[];
  /** In the order of the layers and of their lines; nothing that is asked today. */
  readonly retired: readonly Retired[];
  /** Only those of which at least two alternatives are described. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Alternatives that documents describe, of decisions that are left out: their names are known. */
  readonly otherNames: readonly Alternative[];
  /** What picks of different decisions forbid or require of each other, as far as documents describe the alternatives named. */
  readonly combinations: readonly Combination[];
  readonly waivers: readonly Waiver[];
  readonly patterns: ReadonlyMap<string, Pattern>;
  /** What products stand for, as far as a pattern is about it. */
  readonly products: ReadonlyMap<string, Product>;
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

export type Severity = 'error' | 'warning';

/** A problem in a document: a value, never thrown. `rule` is the id of the rule that found it. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** What was found, in one sentence without a final dot. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  readonly place: Place;
}

/** What alternatives are judged by: consistency, operability, … */
export interface Quality {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  /** What a rating of −2, 0 and +2 means, in words. */
  readonly scale: { readonly worst: string; readonly neutral: string; readonly best: string };
  /** The base weight m0 of docs/model.md: what everybody cares about a little; an integer ≥ 0. */
  readonly weight: number;
  /** Labels that name the quality in a claim; one label may name several qualities. */
  readonly aliases: readonly string[];
  /** Wordings that speak for or against the quality wherever they stand. */
  readonly phrases: { readonly plus: readonly string[]; readonly minus: readonly string[] };
  readonly place: Place;
}

/** What picks of different decisions forbid or ask of each other; the conditions name decisions and alternatives. */
export interface Combination {
  /** Without `requires` it must never hold. */
  readonly when: Condition;
  /** What has to hold as well where `when` does. */
  readonly requires?: Condition;
  readonly because: string;
  /** A title and where to read it; `judgement` where there is no source. */
  readonly source?: string;
  readonly place: Place;
}

/** An id that answers may still use and that has another name today. */
export interface Renamed {
  readonly subject: 'question' | 'decision';
  /** The question or decision: by its old id, or by the one of today where only a part of it was renamed. */
  readonly id: string;
  /** The old id of a choice of the question, or of an alternative of the decision. */
  readonly part?: string;
  /** Never itself renamed. */
  readonly to: string;
  readonly place: Place;
}

/** An old id that was found in answers and taken for the one of today. */
export interface FormerId {
  readonly kind: IdKind;
  readonly from: string;
  readonly to: string;
  /** The question of a choice or the decision of an alternative, by its current id. */
  readonly of?: string;
  /** Where it stands; absent for a flag. */
  readonly place?: Place;
}

/** A question that is no longer asked, or one of its choices that is no longer offered: answers may still hold it. */
export interface Retired {
  readonly question: string;
  /** Where only this choice of the question is retired. */
  readonly choice?: string;
  /** What to answer instead, or why it went. */
  readonly because: string;
  readonly place: Place;
}

/** A retired question or choice that was found in answers and ignored. */
export interface RetiredId {
  readonly id: string;
  /** The question of a choice. */
  readonly of?: string;
  readonly because: string;
  /** Where its answer stands; absent for a flag. */
  readonly place?: Place;
}

/** The old ids in some answers, in the order of the answers. */
export interface OldIds {
  readonly former: readonly FormerId[];
  readonly retired: readonly RetiredId[];
}

/** What an id in answers can stand for. */
export type IdKind = 'question' | 'choice' | 'decision' | 'alternative';
