import type { Rule } from './rule.ts';
import { brokenBands } from './rules/broken-bands.ts';
import { brokenBelow } from './rules/broken-below.ts';
import { brokenImplication } from './rules/broken-implication.ts';
import { brokenRename } from './rules/broken-rename.ts';
import { brokenRetirement } from './rules/broken-retirement.ts';
import { claimWithoutQuality } from './rules/claim-without-quality.ts';
import { damagedText } from './rules/damaged-text.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { emptyPattern } from './rules/empty-pattern.ts';
import { evidenceWithoutCondition } from './rules/evidence-without-condition.ts';
import { invalidFrontMatter } from './rules/invalid-front-matter.ts';
import { lateDecision } from './rules/late-decision.ts';
import { malformedCondition } from './rules/malformed-condition.ts';
import { misplacedCondition } from './rules/misplaced-condition.ts';
import { mixedClaim } from './rules/mixed-claim.ts';
import { overriddenId } from './rules/overridden-id.ts';
import { patternInNoDecision } from './rules/pattern-in-no-decision.ts';
import { pointlessCombination } from './rules/pointless-combination.ts';
import { ratingBeyondScale } from './rules/rating-beyond-scale.ts';
import { repeatedQuality } from './rules/repeated-quality.ts';
import { textOutsidePattern } from './rules/text-outside-pattern.ts';
import { tooManyAlternatives } from './rules/too-many-alternatives.ts';
import { tooManyDrivingQualities } from './rules/too-many-driving-qualities.ts';
import { undefinedFootnote } from './rules/undefined-footnote.ts';
import { unknownChoice } from './rules/unknown-choice.ts';
import { unknownContainer } from './rules/unknown-container.ts';
import { unknownDecision } from './rules/unknown-decision.ts';
import { unknownGroup } from './rules/unknown-group.ts';
import { unknownMarker } from './rules/unknown-marker.ts';
import { unknownPattern } from './rules/unknown-pattern.ts';
import { unknownProductPattern } from './rules/unknown-product-pattern.ts';
import { unknownQuality } from './rules/unknown-quality.ts';
import { unknownQuestion } from './rules/unknown-question.ts';
import { unknownReference } from './rules/unknown-reference.ts';
import { unreadableFile } from './rules/unreadable-file.ts';

/** Every rule of `check`. */
export const rules: readonly Rule[] = [
  brokenBands,
  brokenBelow,
  brokenImplication,
  brokenRename,
  brokenRetirement,
  claimWithoutQuality,
  damagedText,
  duplicateId,
  emptyPattern,
  evidenceWithoutCondition,
  invalidFrontMatter,
  lateDecision,
  malformedCondition,
  misplacedCondition,
  mixedClaim,
  overriddenId,
  patternInNoDecision,
  pointlessCombination,
  ratingBeyondScale,
  repeatedQuality,
  textOutsidePattern,
  tooManyAlternatives,
  tooManyDrivingQualities,
  undefinedFootnote,
  unknownChoice,
  unknownContainer,
  unknownDecision,
  unknownGroup,
  unknownMarker,
  unknownPattern,
  unknownProductPattern,
  unknownQuality,
  unknownQuestion,
  unknownReference,
  unreadableFile,
];
