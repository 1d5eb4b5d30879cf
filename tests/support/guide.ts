import { readFileSync } from 'node:fs';

/** Something that a reader of a guide does: write a file, change one, or run commands. */
export type Step =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'edit'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'command'; readonly line: string; readonly output: readonly string[] };

/** A block of code, and the file name in the line above it. */
const BLOCK = /(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;

/** The steps of a page of `docs/`, in their order. */
export function stepsOf(page: string): Step[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(BLOCK)].flatMap(([, name, language, content = '']): Step[] => {
    if (language === 'console') return commandsIn(content);
    if (name === undefined) return [];
    return language === 'diff'
      ? [{ kind: 'edit', name, from: without('+', content), to: without('-', content) }]
      : [{ kind: 'file', name, text: content }];
  });
}

function commandsIn(content: string): Step[] {
  return content
    .split(/^\$ /m)
    .slice(1)
    .map((command): Step => {
      const [line = '', ...output] = command.trimEnd().split('\n');
      return { kind: 'command', line, output };
    });
}

/** One side of a difference. */
function without(sign: string, difference: string): string {
  const lines = difference.split('\n').filter((line) => !line.startsWith(sign));
  return lines.map((line) => line.slice(1)).join('\n');
}

/** The arguments of a command line, in which single quotes hold blanks. */
export function argumentsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Whether a printed line is the one that is shown, in which `…` stands for anything. */
export function isShown(shown: string, printed: string): boolean {
  let from = 0;
  return shown.split('…').every((part) => {
    const at = printed.indexOf(part.trim(), from);
    from = at + part.trim().length;
    return at >= 0;
  });
}
