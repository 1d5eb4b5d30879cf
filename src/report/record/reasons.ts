import { fileName } from '../../common/text.ts';
import type { Citation, Contribution, RankedAlternative } from '../../model/advice.ts';
import { withoutLabel } from '../layout/references.ts';
import { listed } from '../words/names.ts';
import { weightiest } from '../words/weightiest.ts';
import { quoted, type RecordView, unstopped } from './record-view.ts';

/** Reasons of each kind that are listed for one option. */
const MOST = 5;

interface Wanted {
  readonly sign: 1 | -1;
  /** The alternative that the heading above names: its name is not repeated where a sentence stands. */
  readonly about?: string | undefined;
  /** Qualities that are spoken of elsewhere. */
  readonly except?: readonly string[];
}

/** `Good for simplicity: …`, or `Bad, because …` for a condition that holds; those of most points first. */
export function reasonsFor(
  { alternative, contributions }: RankedAlternative,
  { sign, about, except = [] }: Wanted,
  view: RecordView,
): string[] {
  const cite = (claim: Citation) => cited(claim, { alternative, about }, view);
  return weightiest(contributions, sign)
    .filter((each) => each.kind !== 'quality' || !except.includes(each.quality))
    .slice(0, MOST)
    .map((each) => {
      const word = sign > 0 ? 'Good' : 'Bad';
      if (each.kind !== 'quality')
        return `${word}, because ${listed(each.claims.map(cite), 'and')}`;
      const { same, opposite } = bySign(each, { alternative, sign }, view);
      const but = opposite.length === 0 ? '' : `; but ${opposite.map(cite).join('; ')}`;
      return `${word} for ${view.names.quality(each.quality)}: ${same.map(cite).join('; ')}${but}`;
    });
}

/** A sentence and where it stands; only the document if it is clear which alternative it is about. */
export function cited(
  claim: Citation,
  { alternative, about }: { readonly alternative: string; readonly about?: string | undefined },
  view: RecordView,
): string {
  if (alternative !== about) return quoted(claim, alternative, view);
  const disputed = claim.contested ? '; sources disagree' : '';
  return `${unstopped(withoutLabel(claim))} (${fileName(claim.file)}${disputed})`;
}

type OfQuality = Extract<Contribution, { kind: 'quality' }>;

/** The sentences that say what the points come to, and those that take some of it back. */
function bySign(
  { claims, quality }: OfQuality,
  { alternative, sign }: { readonly alternative: string; readonly sign: 1 | -1 },
  { knowledge }: RecordView,
): { same: readonly Citation[]; opposite: readonly Citation[] } {
  const known = knowledge.patterns.get(alternative)?.claims ?? [];
  const effectOf = ({ file, line }: Citation) =>
    known
      .filter(({ place }) => place.file === file && place.line === line)
      .flatMap(({ effects }) => effects)
      .find((effect) => effect.quality === quality)?.value ?? sign;
  const isOpposite = (claim: Citation) => Math.sign(effectOf(claim)) === -sign;
  return {
    same: claims.filter((claim) => !isOpposite(claim)),
    opposite: claims.filter(isOpposite),
  };
}
