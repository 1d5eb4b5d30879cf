/** Where the records are in a project. */
export const RECORDS = 'docs/decisions';

/** What a reader shows of one record; absent is what it does not show. */
export interface ShownRecord {
  readonly file: string;
  /** As the reader prints it, its markup read. */
  readonly title?: string;
  readonly status?: string;
  /** YYYY-MM-DD */
  readonly date?: string;
  /** The file of the record that takes its place. */
  readonly supersededBy?: string;
  /** The file of the record whose place it takes. */
  readonly supersedes?: string;
}
