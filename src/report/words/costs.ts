import type { Exclusion, Sacrifice } from '../../model/advice.ts';
import type { References } from '../layout/references.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from './names.ts';

/** A hard rule that holds or may come to hold: `NoSQL: no joins (queries=joins) [2]`. */
export function ruledOutText(
  name: string,
  rule: Exclusion,
  { palette, notes }: Pick<Style, 'palette'> & { readonly notes: References },
): string {
  return `${name}: ${rule.text} ${palette.faint(`(${rule.because})`)} ${notes.mark(rule)}`;
}

/** What is given up, cited from the document of the pick where that admits it, else of the one that does better. */
export function givenUpText(
  { than, claimOf }: Pick<Sacrifice, 'than' | 'claimOf'>,
  cited: string,
  names: Names,
): string {
  if (than === undefined) return cited;
  const better = names.alternative(than);
  return than === claimOf ? `more in ${better}: ${cited}` : `${cited}, better in ${better}`;
}

/** What softens a cost. */
export function mitigationText(text: string, { glyphs }: Pick<Style, 'glyphs'>): string {
  return `${glyphs.mitigation} ${text}`;
}
