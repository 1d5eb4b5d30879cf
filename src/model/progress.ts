/** How far something that takes time has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is looked at next. */
  readonly subject: string;
}
