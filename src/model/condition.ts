/** `question: choice | choice & question: choice`: holds when every term holds. */
export interface Condition {
  readonly terms: readonly Term[];
  /** As written, for people. */
  readonly text: string;
  readonly place: Place;
}

/** Holds when the answer to the question is, or contains, one of the choices. */
export interface Term {
  /** The id of a question, or of a decision whose pick is meant. */
  readonly subject: string;
  readonly choices: readonly string[];
  readonly place: Place;
}

/** Where something stands in a document. Lines and columns count from 1; `file` is as the user would open it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
