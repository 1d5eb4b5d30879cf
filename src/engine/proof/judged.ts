import type { Status } from '../../model/advice.ts';
import type { Questions } from './questions.ts';

/** What is known of a decision over all completions; alternatives as bits of the decision, questions by index. */
export interface Judged {
  readonly status: Status;
  /** Undefined where it is not certain. */
  readonly applies: boolean | undefined;
  /** The winners where they are proved; else what leads. */
  readonly picks: number;
  /** Picked under every completion. */
  readonly must: number;
  /** Not proved to be picked under none. */
  readonly may: number;
  /** Under every completion it applies and something is picked. */
  readonly isSure: boolean;
  /** Left standing by some completion; at the most, where not all is worked out. */
  readonly standing: number;
  readonly dependsOn: Questions;
  /** `dependsOn` may name one too many. */
  readonly isBounded: boolean;
  /** Of each contest. */
  readonly contests: readonly JudgedContest[];
}

/** The same of one contest. */
export interface JudgedContest
  extends Pick<
    Judged,
    'status' | 'picks' | 'must' | 'isSure' | 'may' | 'standing' | 'dependsOn' | 'isBounded'
  > {
  /** By the index in its table. */
  readonly racers: number;
}
