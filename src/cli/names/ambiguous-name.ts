import { UserError } from '../../common/user-error.ts';
import type { Kind } from '../../names/named.ts';

/** Something that a name may mean; `typed` is what to type to mean only that. */
export interface Candidate {
  readonly typed: string;
  readonly label: string;
  readonly kind: Kind;
}

/** An argument has a name that several things have. On a terminal, somebody can pick one instead. */
export class AmbiguousName extends UserError {
  readonly argument: string;
  readonly candidates: readonly Candidate[];

  constructor(argument: string, candidates: readonly Candidate[]) {
    const listed = candidates.map(({ typed, label, kind }) => `\`${typed}\` (${kind}: ${label})`);
    super(`\`${argument}\` can mean several things`, `name one of them: ${listed.join(', ')}`);
    this.argument = argument;
    this.candidates = candidates;
  }
}
