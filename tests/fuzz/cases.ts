import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { documentsIn, examples } from '../support/markdown-texts.ts';
import { monotonous, mutated } from './mutations.ts';

/** The document of a case: the same number always gives the same one, as long as no package changes. */
export type Draw = (seed: number) => string;

/**
 * Draws documents from what comes with the program, the fixtures, CommonMark's examples, and what is given besides; no longer than that many
 * characters, as the parser that they are held against slows down with the square of the length.
 */
export function drawing(longest: number, more: readonly string[] = []): Draw {
  const own = [...documentsIn('knowledge/patterns'), ...documentsIn('tests/fixtures/grammar')];
  const texts = [own, [...examples, examples.join('\n')], more].filter((each) => each.length > 0);
  const all = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...texts.map(mutated)) },
    { weight: 1, arbitrary: monotonous },
  );
  return (seed) => fc.sample(all, { seed, numRuns: 1 }).join('').slice(0, longest);
}

/** What the installed packages say of themselves. */
export function readMes(): string[] {
  const home = new URL('../../node_modules/', import.meta.url);
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  const found = names.filter((name) => /(?:^|[\\/])readme\.md$/i.test(name));
  return found.map((name) => readFileSync(fileURLToPath(new URL(name, home)), 'utf8'));
}
