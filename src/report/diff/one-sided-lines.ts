import type { Difference, DifferenceSide, OnlyHere } from '../../model/difference.ts';
import { labelled } from '../labelled.ts';
import type { Style } from '../style.ts';

/** What only one knowledge base has, and what of the answers one of them does not know. */
export function oneSidedLines({ before, after }: Difference, { width, palette }: Style): string[] {
  const texts = [
    ...onlyTexts('Gone', before),
    ...onlyTexts('New', after),
    ...unknownTexts('before', before),
    ...unknownTexts('after', after),
  ];
  return texts.flatMap(({ label, ids }) =>
    labelled(palette.faint(label), [ids.join(', ')], { width, column: 18 }),
  );
}

interface OneSided {
  readonly label: string;
  readonly ids: readonly string[];
}

const KINDS = [
  'decisions',
  'alternatives',
  'questions',
  'choices',
] as const satisfies readonly (keyof OnlyHere)[];

function onlyTexts(word: string, { only }: DifferenceSide): OneSided[] {
  return KINDS.flatMap((kind) => {
    const ids = only?.[kind];
    return ids === undefined ? [] : [{ label: `${word} ${kind}`, ids }];
  });
}

/** Answers and pins that do not count on this side. */
function unknownTexts(side: 'before' | 'after', { unknown }: DifferenceSide): OneSided[] {
  return unknown === undefined ? [] : [{ label: `Unknown ${side}`, ids: unknown }];
}
