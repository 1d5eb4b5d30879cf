import type { Context, World } from '../context.ts';
import type { LookOptions } from '../terminal/look.ts';
import type { Prompter } from './prompter.ts';

/** How the user wants to be asked. */
export interface PromptOptions extends LookOptions {
  readonly accessible?: boolean;
}

/** Loaded only if something is asked. */
export async function prompterFor(options: PromptOptions, context: Context): Promise<Prompter> {
  if (isLineByLine(options, context)) {
    return (await import('./line-prompter.ts')).linePrompter(context);
  }
  return (await import('./inquirer-prompter.ts')).inquirerPrompter(context);
}

/** Where that was asked for, or where the terminal cannot draw. */
export function isLineByLine({ accessible }: PromptOptions, { env }: Pick<World, 'env'>): boolean {
  const { ACCESSIBLE: wanted, TERM } = env;
  return accessible === true || (Boolean(wanted) && wanted !== '0') || TERM === 'dumb';
}
