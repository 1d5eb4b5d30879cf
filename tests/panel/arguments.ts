import { parseArgs } from 'node:util';
import { UserError } from '../../src/common/user-error.ts';

/** What stands after a command of the panel. */
export interface PanelArguments {
  /** The one argument without a name. */
  readonly first?: string | undefined;
  readonly set?: string | undefined;
  readonly answers?: string | undefined;
}

export function argumentsIn(args: readonly string[], usage: string): PanelArguments {
  const { values, positionals } = parsed(args, usage);
  if (positionals.length > 1) throw new UserError('Too many arguments', usage);
  return { ...values, first: positionals[0] };
}

function parsed(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      options: { set: { type: 'string' }, answers: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    // The first sentence says what is wrong.
    throw new UserError(
      String(error instanceof Error ? error.message : error).split('. ')[0] ?? '',
      usage,
    );
  }
}
