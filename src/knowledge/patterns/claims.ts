import type { Claim, Prose, Sign } from '../../model/pattern.ts';
import { type Line, withLabel } from '../markdown/line.ts';
import type { EffectFinder, PhraseEffect } from './effects.ts';

/** Where a claim stands: its sign, and whether a sentence of the other sign may stand there as well. */
export interface Standing {
  readonly sign: Sign;
  /** Only claims of its sign belong there, as below Advantages; first-level items and Considerations hold both. */
  readonly isStrict: boolean;
}

/** A claim with the sign of where it stands; its strength is part of its effects. */
export function claimOf(written: Line, { sign, isStrict }: Standing, effects: EffectFinder): Claim {
  const line = labelled(written, effects);
  const { label } = line;
  const strength = strengthOf(line);
  const found = effectsOf(line, { sign, isStrict }, effects);
  const unclear = found.filter(({ isClear }) => !isClear);
  return {
    ...proseOf(line),
    ...(label !== undefined && { label }),
    isLabelTelling: label !== undefined && effects.qualitiesOf(label).length > 0,
    sign,
    strength,
    contested: line.markers.includes('contested'),
    effects: found
      .filter(({ isClear }) => isClear)
      .map(({ quality, value }) => ({ quality, value: value * strength })),
    ...(unclear.length > 0 && {
      unclear: unclear.map(({ quality, phrase }) => ({ quality, phrase })),
    }),
  };
}

/** A dash or full stop after the name of a quality makes it a label, too. */
function labelled(line: Line, effects: EffectFinder): Line {
  const { asLabel } = line;
  if (asLabel === undefined || effects.qualitiesOf(asLabel.label).length === 0) return line;
  return withLabel(line, asLabel);
}

interface FoundEffect {
  readonly quality: string;
  readonly value: number;
  readonly phrase: string;
  readonly isClear: boolean;
}

/** The qualities that the label names, with the sign of the claim; without a telling label, those of the phrases in it. */
function effectsOf(line: Line, standing: Standing, effects: EffectFinder): FoundEffect[] {
  const name = line.label ?? line.text;
  const named = effects.qualitiesOf(name);
  const phrases = effects.phrasesIn(line.text);
  if (named.length === 0)
    return phrases.map((each) => ({ ...each, isClear: isClear(each, standing) }));
  return named.map((quality) => ({ quality, value: standing.sign, phrase: name, isClear: true }));
}

/** A phrase that was turned, or stands where only the other sign belongs, may mean anything. */
function isClear({ value, turn }: PhraseEffect, { sign, isStrict }: Standing): boolean {
  if (turn === 'unclear') return false;
  return value === sign || (turn === 'same' && !isStrict);
}

export function strengthOf({ markers }: Line): 1 | 2 {
  return markers.includes('strong') ? 2 : 1;
}

/** The line as plain prose, with its sources. */
export function proseOf(line: Line): Prose {
  return {
    text: line.text,
    sources: line.sources.map(({ name }) => name),
    judgement: line.markers.includes('judgement'),
    place: line.place,
  };
}
