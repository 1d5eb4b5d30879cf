import { ratingsOf } from '../../common/ratings.ts';
import type { Decision } from '../../model/decision.ts';
import type { Evidence, Pattern } from '../../model/pattern.ts';
import { truthIn } from '../advice/situation.ts';
import { pointsOf } from '../table/build-table.ts';
import { type Advised, isPinned } from './advised.ts';
import {
  at,
  type ChangedLine,
  changedLines,
  type Line,
  lineOf,
  meaningOf,
} from './changed-lines.ts';
import type { JudgedSheet } from './judged-sheet.ts';

/**
 * The lines about an alternative that count otherwise on one side than on the other. Of one that is new, the lines that
 * decide how much its description counts.
 */
export function changedAlternative(alternative: string, advised: Advised): ChangedLine[] {
  const [old, now] = advised.sheets;
  const pattern = now.knowledge.patterns.get(alternative);
  if (pattern === undefined) return [];
  const former = old.knowledge.patterns.get(alternative) ?? pattern;
  const before = aboutIn(former, old, advised.decisions[0]);
  const after = aboutIn(pattern, now, advised.decisions[1]);
  const driving = [...new Set([...before.decision.driving, ...after.decision.driving])];
  const linesOn = (about: About) =>
    isPinned(advised) ? evidenceLines(about).filter(isHardRule) : linesAbout(about, driving);
  return changedLines(linesOn(before), linesOn(after)).filter(
    (change) => !isClaimOfRating(change, [before, after]),
  );
}

/** An alternative as one side describes it. */
interface About {
  readonly sheet: JudgedSheet;
  readonly decision: Decision;
  readonly pattern: Pattern;
  /** −2 … +2, by quality; absent without a claim. */
  readonly ratings: ReadonlyMap<string, number>;
}

function aboutIn(pattern: Pattern, sheet: JudgedSheet, decision: Decision): About {
  const rated = [...ratingsOf(pattern.claims)].map(([id, { rating }]) => [id, rating] as const);
  return { sheet, decision, pattern, ratings: new Map(rated) };
}

function isHardRule({ kind }: Line): boolean {
  return kind === 'hard-rule';
}

/** Changed claims on a quality that come to the same rating count the same. */
function isClaimOfRating({ before, after }: ChangedLine, sides: readonly [About, About]): boolean {
  const line = before ?? after;
  if (line?.kind !== 'claim') return false;
  const [was, is] = sides.map(({ ratings }) => ratings.get(line.said.quality ?? '') ?? 0);
  return was === is;
}

/** `driving` holds the qualities that score on either side, so that what is the same on both is found on both. */
function linesAbout(about: About, driving: readonly string[]): Line[] {
  return [
    ...driving.flatMap((quality) => claimLines(quality, about)),
    ...driving.flatMap((quality) => weightLines(quality, about)),
    ...evidenceLines(about),
    ...drivingLines(about),
  ];
}

function isScoring(quality: string, { decision, sheet }: About): boolean {
  return decision.driving.includes(quality) && sheet.knowledge.qualities.has(quality);
}

function isRated(quality: string, about: About): boolean {
  return isScoring(quality, about) && (about.ratings.get(quality) ?? 0) !== 0;
}

function claimLines(quality: string, about: About): Line[] {
  const mayCount = isScoring(quality, about);
  return about.pattern.claims.flatMap(({ text, place, effects }) =>
    effects
      .filter((effect) => effect.quality === quality)
      .map(({ value }) => {
        const said = { ...at(place), text, value, quality };
        const key = `${quality} ${text}`;
        return lineOf('claim', said, { key, meaning: `${quality} ${value}`, mayCount });
      }),
  );
}

/** What everybody cares about, and what each answer adds. */
function weightLines(quality: string, about: About): Line[] {
  const { knowledge, known } = about.sheet;
  const isCounting = isRated(quality, about);
  const base = [knowledge.qualities.get(quality) ?? []].flat().map(({ name, weight, place }) => {
    const said = { ...at(place), text: name, value: weight, quality };
    const meaning = `${quality} ${weight}`;
    return lineOf('weight', said, { key: quality, meaning, mayCount: isCounting });
  });
  const added = [...knowledge.questions.values()].flatMap(({ id, choices }) =>
    choices.map(({ id: choice, label, weights, place }) => {
      const value = weights.get(quality) ?? 0;
      const condition = `${id}=${choice}`;
      const said = { ...at(place), text: label, value, quality, condition };
      const key = `${quality} ${condition}`;
      const isPossible = known.answers.get(id)?.choices.includes(choice) ?? true;
      const mayCount = isCounting && isPossible;
      return lineOf('weight', said, { key, meaning: `${key} ${value}`, questions: [id], mayCount });
    }),
  );
  return [...base, ...added].filter(({ said }) => said.value !== 0);
}

function evidenceLines(about: About): Line[] {
  return about.pattern.evidence.flatMap((each): Line[] => {
    const { kind, condition, text, place } = each;
    if (condition === undefined) return [];
    const said = { ...at(place), text, condition: condition.text };
    const meaning = meaningOf(condition);
    const own = {
      key: `${kind} ${text}`,
      questions: condition.terms.map(({ subject }) => subject),
      mayCount: mayCount(each, about),
    };
    if (kind === 'ruled-out-when') return [lineOf('hard-rule', said, { ...own, meaning })];
    const value = pointsOf(each);
    return [lineOf('evidence', { ...said, value }, { ...own, meaning: `${meaning} ${value}` })];
  });
}

/** A technique that names conditions under which to use it needs one of them, so those count even if they fail. */
function mayCount({ kind, condition }: Evidence, { decision, sheet }: About): boolean {
  const truth = truthIn(condition, sheet.situation);
  return truth !== undefined && (truth !== 'never' || (decision.several && kind === 'use-when'));
}

function drivingLines(about: About): Line[] {
  const { driving, place } = about.decision;
  return driving
    .filter((quality) => isScoring(quality, about))
    .map((quality) => {
      const said = { ...at(place), text: quality, quality };
      const mayCount = isRated(quality, about);
      return lineOf('driving', said, { key: quality, meaning: quality, mayCount });
    });
}
