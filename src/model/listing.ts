/** One line of a list of things that can be named. */
export interface ListItem {
  readonly id: string;
  readonly name: string;
  /** What it is, or what it asks, in a line. */
  readonly about: string;
  /** What belongs to it: the alternatives of a decision, the choices of a question. */
  readonly parts?: readonly string[];
}
