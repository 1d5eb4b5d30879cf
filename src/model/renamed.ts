import type { Place } from './place.ts';

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
  /** The question of a choice, the decision of an alternative, as it is called today. */
  readonly of?: string;
  /** Where it stands; absent for a flag. */
  readonly place?: Place;
}

/** What an id in answers can stand for. */
export type IdKind = 'question' | 'choice' | 'decision' | 'alternative';
