import { readdirSync, readFileSync } from 'node:fs';
import { parseReading } from './project-reading.ts';

const folder = new URL('../fixtures/forms/', import.meta.url);

/** The part of docs/writing-knowledge.md that `npm run forms` writes: each fixture with what is read in it. */
export function formsTable(): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const rows = names.map((name) => {
    const text = readFileSync(new URL(name.replace(/md$/, 'txt'), folder), 'utf8');
    const link = `[${name.replace(/\.md$/, '').replaceAll('-', ' ')}](../tests/fixtures/forms/${name})`;
    return `| ${[link, ...countsIn(text)].join(' | ')} |`;
  });
  return [
    '| form | + | − | use | avoid | unread |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

function countsIn(text: string): string[] {
  const { patterns, unread } = parseReading(text);
  const entries = patterns.flatMap((pattern) => pattern.entries);
  const count = (what: string) => entries.filter((entry) => entry.what.startsWith(what)).length;
  return [count('+'), count('-'), count('use'), count('avoid'), unread.length].map((number) =>
    number === 0 ? '' : String(number),
  );
}

const PLACE = /(<!-- forms -->\n\n)[\s\S]*?(\n?\n<!-- end of forms -->)/;

/** The document with the table of today. Throws where it has no place for it. */
export function withFormsTable(document: string): string {
  if (!PLACE.test(document)) throw new Error('There is no place for the table of forms');
  return document.replace(PLACE, (_, before, after) => `${before}${formsTable()}${after}`);
}
