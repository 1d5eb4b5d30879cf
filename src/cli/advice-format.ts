import { extname } from 'node:path';
import { Option } from 'commander';
import { UserError } from '../common/user-error.ts';
import type { AdviceFormat } from '../report/formats/formats.ts';

/** The formats of advice, each with the endings of its files. The formats themselves are loaded when one is printed. */
const ENDINGS = {
  markdown: ['.md', '.markdown'],
  mermaid: ['.mmd', '.mermaid'],
  csv: ['.csv'],
  json: ['.json'],
} as const satisfies Record<AdviceFormat, readonly string[]>;

/** What decides in which format advice is printed. */
export interface FormatOptions {
  readonly format?: AdviceFormat;
  readonly json?: boolean;
}

/** The help is given the names of the formats; `--json` is another word for one of them. */
export function formatOption(helpOn: (names: string) => string): Option {
  const names = Object.keys(ENDINGS);
  return new Option('--format <format>', helpOn(alternatives(names)))
    .choices(names)
    .conflicts('json');
}

/** The format that is asked for, or the one that the name of the file tells; Markdown without either. Throws a `UserError`. */
export function formatFor({ format, json }: FormatOptions, file: string | undefined): AdviceFormat {
  if (json) return 'json';
  if (format !== undefined || file === undefined) return format ?? 'markdown';
  const ending = extname(file).toLowerCase();
  const found = Object.entries(ENDINGS).find(([, endings]) =>
    endings.some((each) => each === ending),
  );
  const [name = ''] = found ?? [];
  if (isFormat(name)) return name;
  const usual = Object.values(ENDINGS).map(([first]) => first);
  throw new UserError(
    `The format is not clear from the name \`${file}\``,
    `end it with ${alternatives(usual)}, or add --format ${alternatives(Object.keys(ENDINGS))}`,
  );
}

function isFormat(name: string): name is AdviceFormat {
  return Object.hasOwn(ENDINGS, name);
}

function alternatives(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
