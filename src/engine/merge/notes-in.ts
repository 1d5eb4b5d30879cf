import { shortNames } from '../../common/text.ts';
import type { MergeRequest } from './common-ground.ts';

/** Everybody's notes, each after the names of those who wrote it. */
export function notesIn({ people, under, over }: MergeRequest): Map<string, string> {
  const names = shortNames(people.map(({ file }) => file));
  const notes = new Map<string, Map<string, string[]>>();
  for (const { file, sheet } of people) {
    for (const [question, note] of sheet.notes) {
      const texts = notes.get(question) ?? new Map<string, string[]>();
      texts.set(note, [...(texts.get(note) ?? []), names.get(file) ?? file]);
      notes.set(question, texts);
    }
  }
  const signed = [...notes].map(([question, texts]) => [question, signedText(texts)] as const);
  return new Map([...under.notes, ...signed, ...over.notes]);
}

function signedText(texts: ReadonlyMap<string, readonly string[]>): string {
  return [...texts].map(([note, names]) => `${names.join(', ')}: ${note}`).join('\n');
}
