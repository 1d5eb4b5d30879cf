import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './built.ts';

const PAGE = join(ROOT, 'docs/measurements.md');

/**
 * Prints what was measured; with `--save` also puts it into its place on the page of measurements, with what it was
 * measured on.
 */
export function publish(
  command: 'bench' | 'interviews' | 'settled',
  text: string,
  place: string = command,
): void {
  process.stdout.write(`${text}\n`);
  if (!process.argv.includes('--save')) return;
  const args = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const called = [`npm run ${command}`, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const date = new Date().toISOString().slice(0, 10);
  const head = `\`${called}\` at ${commit()}, Node ${process.version}, ${date}:`;
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [`<!-- ${place} -->\n`, `<!-- end of ${place} -->`];
  const [from, to] = [page.indexOf(start) + start.length, page.indexOf(end)];
  if (from < start.length || to < from) throw new Error(`${PAGE} has no place for ${place}`);
  writeFileSync(PAGE, `${page.slice(0, from)}\n${head}\n\n${text}\n\n${page.slice(to)}`);
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  const isChanged = git('status', '--porcelain', '--', 'src', 'knowledge').trim() !== '';
  return `commit ${git('rev-parse', '--short', 'HEAD').trim()}${isChanged ? ' with changes' : ''}`;
}
