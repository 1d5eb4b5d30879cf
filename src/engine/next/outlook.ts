import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Outlook, Prospect, Standing } from '../../model/outlook.ts';
import { judgeWanted, situationOf } from '../advice/advise.ts';
import { inThousandths, shareOfPick } from '../advice/shares.ts';
import { verdictOf } from '../advice/verdicts.ts';
import { INTERVIEW, type Judged, type Situation } from '../decide/judge.ts';
import { mayStand, scoresOf } from '../decide/score.ts';
import { gainsOf } from './impurity.ts';

/** What is known so far, and what it is asked for. */
export interface Halfway {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

/**
 * How the decisions asked for stand, and which questions can still move them (docs/model.md, "The next question"); the
 * same answers always give the same outlook.
 */
export function outlookOf(knowledge: KnowledgeBase, halfway: Halfway): Outlook {
  const situation = situationOf(knowledge, halfway);
  const judged = [...judgeWanted(situation, halfway.decisions, INTERVIEW).values()];
  return {
    decisions: judged.map((each) => standingOf(each, situation)),
    questions: prospectsOf(judged, situation),
  };
}

/** How the decisions asked for stand, without the questions. */
export function standingsOf(knowledge: KnowledgeBase, halfway: Halfway): Standing[] {
  const situation = situationOf(knowledge, halfway);
  const judged = judgeWanted(situation, halfway.decisions, INTERVIEW);
  return [...judged.values()].map((each) => standingOf(each, situation));
}

function standingOf(judged: Judged, situation: Situation): Standing {
  const { status, applicability } = judged;
  const lead = status === 'open' ? leadOf(judged, situation) : undefined;
  return {
    ...verdictOf(judged, situation.tables.questions),
    ...(lead && { lead }),
    ...(status === 'open' && { share: shareOfPick(judged).share }),
    ...(applicability.share !== undefined &&
      applicability.applies === 'undecided' && {
        appliesShare: inThousandths(applicability.share),
      }),
  };
}

/** By how much the one that is picked leads the next best that may stand; undefined where there are not two. */
function leadOf({ tables, entry }: Judged, { answers }: Situation): Standing['lead'] {
  const [only, ...others] = tables;
  if (only === undefined || others.length > 0 || entry.decision.several) return undefined;
  const { table, picks } = only;
  const scores = scoresOf(table, answers);
  const pick = table.picks.indexOf(picks);
  const [next] = [...scores.keys()]
    .filter((place) => place !== pick && mayStand(table, answers, place))
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  if (pick < 0 || next === undefined) return undefined;
  return { over: table.alternatives[next] ?? '', by: (scores[pick] ?? 0) - (scores[next] ?? 0) };
}

/** The most telling first; equals by effort, then by id. */
function prospectsOf(judged: readonly Judged[], { tables }: Situation): Prospect[] {
  const moving = judged.map((each) => ({
    id: each.entry.decision.id,
    questions: new Set([...each.dependsOn, ...each.applicability.dependsOn]),
    gains: gainsOf(each, tables.questions),
  }));
  const prospects = tables.questions.flatMap(({ index, id, effort }) => {
    const moved = moving.filter(({ questions }) => questions.has(index));
    if (moved.length === 0) return [];
    const gain = moved.reduce((sum, { gains }) => sum + (gains.get(index) ?? 0), 0) / effort;
    return [{ id, effort, gain: rounded(gain), decisions: moved.map((each) => each.id) }];
  });
  return prospects
    .sort((a, b) => b.gain - a.gain || a.effort - b.effort || (a.id < b.id ? -1 : 1))
    .map(({ id, gain, decisions }) => ({ question: id, gain, decisions }));
}

/** Equal gains must not be told apart by the order of additions. */
function rounded(gain: number): number {
  return Math.round(gain * 1e12) / 1e12;
}
