import type { Claim } from '../../model/pattern.ts';
import type { Rule } from '../rule.ts';

export const mixedClaim: Rule = {
  id: 'mixed-claim',
  severity: 'warning',
  check: ({ patterns }, report) => {
    for (const claim of patterns.flatMap(({ claims }) => claims)) {
      const { place, unclear = [] } = claim;
      const opposite = oppositeIn(claim);
      if (opposite.length > 0) {
        report({
          message: `Listed among the ${sideOf(claim)} but counts ${otherWay(claim)} ${opposite.join(', ')}`,
          hint: 'split it and list each half where it belongs',
          place,
        });
      }
      for (const { phrase, quality } of unclear) {
        report({
          message: `\`${phrase}\` scores nothing: among ${sideOf(claim)} its sign for \`${quality}\` is unclear`,
          hint: 'begin the line with the quality (`Availability: text`), or rephrase it without the negation',
          place,
        });
      }
    }
  },
};

/** The qualities of phrases that have the other sign. */
function oppositeIn({ effects, sign }: Claim): string[] {
  return effects
    .filter(({ value }) => Math.sign(value) !== sign)
    .map(({ quality }) => `\`${quality}\``);
}

function sideOf({ sign }: Claim): string {
  return sign === 1 ? 'benefits' : 'considerations';
}

function otherWay({ sign }: Claim): string {
  return sign === 1 ? 'against' : 'for';
}
