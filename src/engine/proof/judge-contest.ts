import type { Status } from '../../model/advice.ts';
import { questionsDeciding } from './applies.ts';
import { explore } from './explore.ts';
import type { JudgedContest } from './judged.ts';
import { leaderIn } from './leader.ts';
import { raceOf } from './leads.ts';
import { type Line, lineFor, type Stop } from './lines.ts';
import { GIVEN_UP, neverBeaten, type Proof, prove } from './prove.ts';
import { addQuestions, isSubset, noQuestions, type Questions } from './questions.ts';
import { questionsInRace } from './race.ts';
import type { Reading } from './reading.ts';
import { sceneOf } from './scene.ts';
import type { Situation } from './situation.ts';
import { standingIn } from './stands.ts';
import { bitsOf, NOT_APPLICABLE } from './world.ts';

/** A contest as it was read, with the decision it belongs to. */
export interface Entry {
  readonly reading: Reading;
  readonly line: Line;
  readonly stop: Stop;
  /** Undefined where it varies, or is not known. */
  readonly applies: boolean | undefined;
}

/** Status, winners and `dependsOn` of one contest (MODEL.md, section 3). */
export function judgeContest(entry: Entry, situation: Situation): JudgedContest {
  const { reading, applies } = entry;
  const { sheet, isExact } = situation;
  const proof = prove(reading, sheet);
  if (applies === true && proof >= 0) {
    const standing = bitsOf(standingFor(reading, situation), reading.contest.bits);
    const picks = bitsOf(proof, reading.contest.bits);
    return constant(picks, { racers: proof, standing, size: sheet.length }, entry);
  }
  const open = openContest(proof, entry, situation);
  const isLookedAt = isExact || (applies === true && proof === GIVEN_UP);
  if (isLookedAt) return looked(open, entry, situation);
  return { ...open, dependsOn: boundOf(open, entry, situation) };
}

function openContest(proof: Proof, entry: Entry, situation: Situation): JudgedContest {
  const { reading, applies } = entry;
  const { sheet } = situation;
  const { bits, several } = reading.contest;
  const isProved = proof >= 0;
  const racers = isProved ? proof : raceOf(reading);
  return {
    status: 'open',
    racers,
    standing: bitsOf(standingFor(reading, situation), bits),
    picks: bitsOf(isProved ? proof : leaderIn(reading, sheet), bits),
    must: applies === true && !several ? bitsOf(neverBeaten(reading), bits) : 0,
    may: bitsOf(racers, bits),
    isSure: applies === true && hasSafe(reading),
    dependsOn: isProved ? noQuestions(sheet.length) : questionsInRace(reading, racers, sheet),
    isBounded: true,
  };
}

/** Exact only where all is worked out, as nothing else needs it. */
function standingFor(reading: Reading, { sheet, isExact }: Situation): number {
  return isExact ? standingIn(reading, sheet) : ~reading.out;
}

/** Under every completion something stands. */
function hasSafe({ mayBeOut, width }: Reading): boolean {
  const all = 2 ** width - 1;
  return (mayBeOut & all) !== all;
}

/** What is known of a contest whatever its outcome. */
interface Known {
  readonly racers: number;
  readonly standing: number;
  /** How many questions there are. */
  readonly size: number;
}

/** The same outcome under every completion. */
function constant(outcome: number, { racers, standing, size }: Known, entry: Entry): JudgedContest {
  const picks = outcome === NOT_APPLICABLE ? 0 : outcome;
  return {
    status: statusOf(outcome, entry),
    racers,
    standing,
    picks,
    must: picks,
    may: picks,
    isSure: picks !== 0,
    dependsOn: noQuestions(size),
    isBounded: false,
  };
}

function statusOf(outcome: number, { reading, stop }: Entry): Status {
  if (outcome === NOT_APPLICABLE) return 'not-applicable';
  if (reading.contest.several) return 'settled';
  if (outcome === 0) return 'infeasible';
  const isOne = (outcome & (outcome - 1)) === 0;
  return isOne || stop.isPinned ? 'settled' : 'tied';
}

/** Where the bounds leave something open, completions tell more of what it depends on. */
function looked(open: JudgedContest, entry: Entry, situation: Situation): JudgedContest {
  const bound = boundOf(open, entry, situation);
  const asked = situation.isExact ? bound : noQuestions(bound.length);
  const line = lineFor(entry.line, entry.reading.contest);
  const { outcomes, deciding, isWhole } = explore(sceneOf(line, open.racers, situation), asked);
  const [only] = outcomes;
  if (isWhole && outcomes.size === 1 && only !== undefined)
    return constant(only, { ...open, size: situation.sheet.length }, entry);
  const isKnown = situation.isExact && (isWhole || isSubset(bound, deciding));
  return { ...open, dependsOn: isKnown ? deciding : bound, isBounded: !isKnown };
}

/** The questions that may move it: within the contest, and by deciding whether it applies. */
function boundOf(open: JudgedContest, { applies, stop }: Entry, situation: Situation): Questions {
  const bound = open.dependsOn.slice();
  if (applies === undefined) {
    addQuestions(bound, questionsDeciding(stop, situation.sheet, situation.earlier));
  }
  return bound;
}
