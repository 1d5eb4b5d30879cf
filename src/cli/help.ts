import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Command, Help } from 'commander';
import type { World } from './context.ts';
import { lookFor } from './terminal/look.ts';

/** Makes the help of a command and of those below it fit the terminal, with bold headings. */
export async function styleHelp(command: Command, world: World): Promise<void> {
  const { width, palette } = await lookFor(world.stdout, world, {});
  const look: Partial<Help> & { helpWidth: number } = {
    helpWidth: width,
    styleTitle: palette.strong,
    optionDescription: ({ description }) => description,
    subcommandTerm: (each: Command) =>
      [each.name(), ...each.registeredArguments.map(argumentTerm)].join(' '),
  };
  for (const each of [command, ...command.commands]) {
    each
      .configureHelp(look)
      .configureOutput({ writeOut: (text) => world.stdout.write(titled(text, palette.strong)) });
  }
}

type Argument = Command['registeredArguments'][number];

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Headings that stand in the texts around what commander prints. */
function titled(text: string, paint: (text: string) => string): string {
  return text.replace(/^(?:Examples|Keys|Exit codes|Documentation):/gm, paint);
}

const README = pathToFileURL(fileURLToPath(new URL('../../README.md', import.meta.url))).href;

/** What the program is for and how to begin. */
export const INTRODUCTION = `Helps you choose between architecture alternatives. Every point in its advice
can be traced to a line of a document.

Examples:
  $ arch-advisor ask                               answer questions, get advice
  $ arch-advisor ask database                      only about the database
  $ arch-advisor recommend --profile online-shop   see the advice on an example`;

/** What stands below the list of commands. */
export const ENDING = `
Run arch-advisor COMMAND --help for the options and examples of a command.

Exit codes: 0 done · 1 the check found problems · 2 wrong usage or input
            3 answers are missing · 70 internal error · 129, 130, 143 interrupted

Documentation: ${README}`;
