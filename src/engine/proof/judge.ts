import type { Status } from '../../model/advice.ts';
import { judgeContest } from './judge-contest.ts';
import type { Judged, JudgedContest } from './judged.ts';
import type { Line, Stop } from './lines.ts';
import { addQuestions, noQuestions } from './questions.ts';
import type { Reading } from './reading.ts';
import type { Situation } from './situation.ts';
import { whetherApplies } from './whether-applies.ts';

/** Status, picks and `dependsOn` of the last decision of a line, given those before it (MODEL.md, section 3). */
export function judge(line: Line, readings: readonly Reading[], situation: Situation): Judged {
  const stop = line.at(-1);
  if (stop === undefined) throw new Error('A line without a decision');
  const applies = whetherApplies(line, stop, situation);
  if (applies === false) return notApplicable(stop, situation);
  const contests = readings.map((reading) =>
    judgeContest({ reading, line, stop, applies }, situation),
  );
  const [only] = contests;
  const { several, id } = stop.decision.compiled.decision;
  if (several && !stop.isPinned) return { ...joined(contests, stop, situation), applies, contests };
  if (only === undefined) throw new Error(`Decision ${id} has no table`);
  return asJudged(only, applies, contests);
}

/** Field by field: copying all of them costs more than judging. */
function asJudged(
  only: JudgedContest,
  applies: boolean | undefined,
  contests: readonly JudgedContest[],
): Judged {
  const { status, picks, must, may, isSure, standing, dependsOn, isBounded } = only;
  return { status, applies, picks, must, may, isSure, standing, dependsOn, isBounded, contests };
}

function notApplicable({ decision: { alternatives } }: Stop, { sheet }: Situation): Judged {
  return {
    status: 'not-applicable',
    applies: false,
    picks: 0,
    must: 0,
    may: 0,
    isSure: false,
    standing: 2 ** alternatives.length - 1,
    dependsOn: noQuestions(sheet.length),
    isBounded: false,
    contests: [],
  };
}

/** What the techniques come to together; never tied or infeasible. The baseline is picked where none of them is. */
function joined(
  contests: readonly JudgedContest[],
  { baseline }: Stop,
  { sheet }: Situation,
): Omit<Judged, 'applies' | 'contests'> {
  const all = (which: 'picks' | 'must' | 'may' | 'standing') =>
    contests.reduce((bits, contest) => bits | contest[which], 0);
  const status = jointStatus(contests.map((contest) => contest.status));
  const [picks, must, may] = [all('picks'), all('must'), all('may')];
  const isNone = status === 'settled' && picks === 0;
  const mayBeNone = status !== 'not-applicable' && must === 0;
  const dependsOn = noQuestions(sheet.length);
  for (const contest of contests) addQuestions(dependsOn, contest.dependsOn);
  return {
    status,
    picks: status === 'not-applicable' ? 0 : picks || baseline,
    must: isNone ? baseline : must,
    may: mayBeNone ? may | baseline : may,
    isSure:
      baseline !== 0 && contests.every((contest) => contest.isSure || contest.status === 'settled'),
    standing: all('standing') | baseline,
    dependsOn,
    isBounded: contests.some(({ isBounded }) => isBounded),
  };
}

function jointStatus(statuses: readonly Status[]): Status {
  if (statuses.includes('open')) return 'open';
  const isNever = statuses.length > 0 && statuses.every((status) => status === 'not-applicable');
  return isNever ? 'not-applicable' : 'settled';
}
