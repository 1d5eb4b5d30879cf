import type { Status } from '../../model/advice.ts';
import { questionsDeciding } from './applies.ts';
import { explore } from './explore.ts';
import type { JudgedContest } from './judged.ts';
import { leaderIn } from './leader.ts';
import { raceOf } from './leads.ts';
import { type Line, lineFor, type Stop } from './lines.ts';
import { neverBeaten, prove, UNPROVED } from './prove.ts';
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
  const { sheet } = situation;
  const { bits, several } = reading.contest;
  const proof = prove(reading, sheet);
  const isProved = proof !== UNPROVED;
  const racers = isProved ? proof : raceOf(reading);
  const standing = situation.isExact ? standingIn(reading, sheet) : ~reading.out;
  const picks = bitsOf(isProved ? proof : leaderIn(reading, sheet), bits);
  if (applies === true && isProved) {
    return constant(picks, { racers, standing: bitsOf(standing, bits), size: sheet.length }, entry);
  }
  const open: JudgedContest = {
    status: 'open',
    racers,
    standing: bitsOf(standing, bits),
    picks,
    must: applies === true && !several ? bitsOf(neverBeaten(reading), bits) : 0,
    may: bitsOf(racers, bits),
    isSure: applies === true && hasSafe(reading),
    dependsOn: isProved ? noQuestions(sheet.length) : questionsInRace(reading, racers, sheet),
    isBounded: true,
  };
  return looked(open, entry, situation);
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
  if (!situation.isExact) return { ...open, dependsOn: bound };
  const line = lineFor(entry.line, entry.reading.contest);
  const { outcomes, deciding, isWhole } = explore(sceneOf(line, open.racers, situation), bound);
  const [only] = outcomes;
  if (isWhole && outcomes.size === 1 && only !== undefined)
    return constant(only, { ...open, size: situation.sheet.length }, entry);
  const isKnown = isWhole || isSubset(bound, deciding);
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
