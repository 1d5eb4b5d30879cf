/** Where something stands in a document. Lines and columns count from 1; `file` is as the user would open it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
