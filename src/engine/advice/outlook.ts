import { once } from '../../common/lazy.ts';
import { grouped } from '../../common/lists.ts';
import { preparedFor } from '../../common/prepared.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Outlook, Prospect, Standing } from '../../model/outlook.ts';
import { INTERVIEW, type Judged, type Situation } from '../decide/judge.ts';
import { mayStand, scoresOf } from '../decide/score.ts';
import { type JointPicks, jointPicks } from '../joint/joint-picks.ts';
import { namesOf } from '../table/masks.ts';
import { type Tables, tablesFor } from '../table/tables.ts';
import { chanceOfStaying } from './chance.ts';
import { gainsOf } from './gains.ts';
import { inThousandths, shareOfPick } from './shares.ts';
import { type Asked, judgeWanted, situationOf } from './situation.ts';
import { verdictOf } from './verdicts.ts';

/**
 * How the decisions asked for stand, and which questions can still move them (docs/model.md, "The next question"); the
 * same answers always give the same outlook.
 */
export function outlookOf(knowledge: KnowledgeBase, halfway: Asked): Outlook {
  const each = prospectsOf(knowledge, halfway);
  return {
    decisions: each.map(({ standing }) => standing),
    questions: ranked(each, tablesFor(knowledge)),
  };
}

/** The questions alone, which takes less time. */
export function openQuestions(knowledge: KnowledgeBase, halfway: Asked): Prospect[] {
  return ranked(prospectsOf(knowledge, halfway), tablesFor(knowledge));
}

/** How a decision stands, and the gain of each open question that can move it, or implies something about one that can. */
interface DecisionProspects {
  readonly decision: string;
  readonly standing: Standing;
  readonly gains: readonly (readonly [question: number, gain: number, isMoving: boolean])[];
}

function prospectsOf(knowledge: KnowledgeBase, halfway: Asked): DecisionProspects[] {
  return prepared(knowledge, halfway) ?? prospectsUnder(knowledge, halfway);
}

function prospectsUnder(knowledge: KnowledgeBase, halfway: Asked): DecisionProspects[] {
  const situation = situationOf(knowledge, halfway);
  const all = [...judgeWanted(situation, halfway.decisions, INTERVIEW).values()];
  const joint = jointPicks(situation, { judged: all, calls: INTERVIEW.calls });
  return all.map((judged) => {
    const gains = gainsOf(judged, situation);
    const moving = new Set([...judged.dependsOn, ...judged.applicability.dependsOn]);
    const standing = once(() => ({
      ...standingOf(judged, joint, situation),
      chance: chanceOfStaying(judged, joint.isApplied(judged.entry.index), situation),
    }));
    return {
      decision: judged.entry.decision.id,
      get standing() {
        return standing();
      },
      gains: [...new Set([...moving, ...gains.keys()])].map(
        (question) => [question, gains.get(question) ?? 0, moving.has(question)] as const,
      ),
    };
  });
}

const SECTION = 'prospects';

/** Every interview starts here, and nothing takes longer to work out than what all open questions can do. */
function prepared(
  knowledge: KnowledgeBase,
  { answers, pins, unknown = [], decisions }: Asked,
): DecisionProspects[] | undefined {
  if (answers.size + pins.size + unknown.length > 0) return undefined;
  const text = preparedFor(knowledge)?.(SECTION);
  if (text === undefined) return undefined;
  const all: DecisionProspects[] = JSON.parse(text);
  return all.filter(({ decision }) => decisions.length === 0 || decisions.includes(decision));
}

/** How all decisions stand where nothing is answered, as a section. */
export function packProspects(knowledge: KnowledgeBase): Map<string, string> {
  const nothing = { answers: new Map(), pins: new Map(), decisions: [] };
  return new Map([[SECTION, JSON.stringify(prospectsUnder(knowledge, nothing))]]);
}

/** How the decisions asked for stand, without the questions. */
export function standingsOf(knowledge: KnowledgeBase, halfway: Asked): Standing[] {
  const situation = situationOf(knowledge, halfway);
  const judged = [...judgeWanted(situation, halfway.decisions, INTERVIEW).values()];
  const joint = jointPicks(situation, { judged, calls: INTERVIEW.calls });
  return judged.map((each) => standingOf(each, joint, situation));
}

function standingOf(judged: Judged, joint: JointPicks, situation: Situation): Standing {
  const { status, applicability } = judged;
  const lead = status === 'open' ? leadOf(judged, situation) : undefined;
  const verdict = verdictOf(judged, joint, situation.tables.questions);
  return {
    ...verdict,
    ...(verdict.joint && { alone: namesOf(judged.picks, judged.entry.alternatives) }),
    ...(lead && { lead }),
    ...(status === 'open' && { share: shareOfPick(judged).share }),
    ...(applicability.share !== undefined &&
      applicability.applies === 'undecided' && {
        appliesShare: inThousandths(applicability.share),
      }),
  };
}

/** By how much the one that is picked leads the next best that may stand; undefined if there are not two. */
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

/** The most informative first; equals by effort, then by id. */
function ranked(each: readonly DecisionProspects[], { questions }: Tables): Prospect[] {
  const all = each.flatMap(({ decision, gains }) =>
    gains.map(([question, gain, isMoving]) => ({
      ...{ question, gain },
      decisions: isMoving ? [decision] : [],
    })),
  );
  const prospects = [...grouped(all, ({ question }) => question)].flatMap(([question, moved]) => {
    const slot = questions[question];
    const decisions = moved.flatMap((one) => one.decisions);
    if (slot === undefined || decisions.length === 0) return [];
    const { id, effort } = slot;
    const gain = moved.reduce((sum, one) => sum + one.gain, 0) / effort;
    return [{ id, effort, gain: rounded(gain), decisions }];
  });
  return prospects
    .sort((a, b) => b.gain - a.gain || a.effort - b.effort || (a.id < b.id ? -1 : 1))
    .map(({ id, gain, decisions }) => ({ question: id, gain, decisions }));
}

/** Equal gains must compare as equal, whatever the order of additions. */
function rounded(gain: number): number {
  return Math.round(gain * 1e12) / 1e12;
}
