/** The request is wrong, not the program: shown as a sentence and a hint, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;
  /** 2 for wrong usage or input, 3 where answers are missing and cannot be asked for. */
  readonly exitCode: 2 | 3;

  constructor(message: string, hint?: string, exitCode: 2 | 3 = 2) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
