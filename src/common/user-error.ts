import { bounded } from './text.ts';

/** The request is wrong, not the program: shown as a sentence and a hint of bounded length, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;
  /** 2 for wrong usage or input, 3 where answers are missing and cannot be asked for. */
  readonly exitCode: 2 | 3;

  constructor(message: string, hint?: string, exitCode: 2 | 3 = 2) {
    super(bounded(message));
    this.hint = hint === undefined ? undefined : bounded(hint);
    this.exitCode = exitCode;
  }
}
