import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Outlook, Prospect, Standing } from '../../model/outlook.ts';
import { questionsIn } from '../case.ts';
import { type Dense, denseOf } from '../proof/dense.ts';
import type { DenseDecision } from '../proof/dense-decision.ts';
import { docketFor } from '../proof/dockets.ts';
import { judgeRead, namesIn } from '../proof/judge-all.ts';
import type { Judged } from '../proof/judged.ts';
import type { Line } from '../proof/lines.ts';
import { hasQuestion } from '../proof/questions.ts';
import { type Reading, readBoard } from '../proof/reading.ts';
import { outcomesInScenarios } from '../proof/scenarios.ts';
import { NOT_APPLICABLE } from '../proof/world.ts';
import { gainOf, type Mixture, mixtureOf } from './gain.ts';
import { leadIn } from './lead-in.ts';
import { type OpenContest, progressOf } from './progress.ts';
import { shareOf } from './share-of.ts';

/** What is known so far, and what it is asked for. */
export interface Halfway {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

/**
 * How the decisions asked for stand, and which questions can still move them (MODEL.md, section 6). A question may be
 * named that moves nothing, never one missed; the same answers always give the same outlook.
 */
export function outlookOf(knowledge: KnowledgeBase, halfway: Halfway): Outlook {
  const { answers, pins, decisions } = halfway;
  const dense = denseOf(knowledge);
  const docket = docketFor(dense, pins, onlyOne(decisions, dense));
  const sheet = dense.codes.encode(answers);
  const readings = readBoard(docket.board, sheet);
  const judged = judgeRead(docket, { sheet, readings }, { isExact: false });
  const outcomes = outcomesInScenarios({ docket, sheet, readings, judged });
  const views = docket.lines.flatMap((line, place): View[] => {
    const decision = line.at(-1)?.decision;
    const own = decision && judged.get(decision.index);
    if (own === undefined || !isWanted(decision?.compiled.decision.id, decisions)) return [];
    const found = outcomes.get(decision?.index ?? -1);
    return [
      {
        line,
        judged: own,
        readings: readings.slice(docket.seats[place], docket.seats[place + 1]),
        contests: openContests(line, judged, readings),
        ...(found && { mixture: mixtureOf(line, found) }),
      },
    ];
  });
  return {
    decisions: views.map((view) => standingOf(view, dense)),
    questions: prospectsOf(views, dense),
  };
}

function openContests(
  line: Line,
  judged: ReadonlyMap<number, Judged>,
  readings: readonly Reading[],
): OpenContest[] {
  return line.flatMap(({ decision, contests }) =>
    contests.flatMap((contest, place) => {
      const own = judged.get(decision.index)?.contests[place];
      const reading = readings.find((each) => each.contest === contest);
      return reading && own?.status === 'open' ? [{ reading, racers: own.racers }] : [];
    }),
  );
}

/** With a single decision only that and what it hangs on are looked at. */
function onlyOne([only, ...others]: readonly string[], { indexOf }: Dense): number | undefined {
  return only !== undefined && others.length === 0 ? indexOf.get(only) : undefined;
}

function isWanted(id: string | undefined, decisions: readonly string[]): boolean {
  return decisions.length === 0 || (id !== undefined && decisions.includes(id));
}

/** A decision that is asked for. */
interface View {
  readonly line: Line;
  readonly judged: Judged;
  readonly readings: readonly Reading[];
  /** Its open contests, and those of the decisions it hangs on. */
  readonly contests: readonly OpenContest[];
  /** Where it is open. */
  readonly mixture?: Mixture;
}

function decisionOf({ line }: View): DenseDecision {
  const stop = line.at(-1);
  if (stop === undefined) throw new Error('A line without a decision');
  return stop.decision;
}

function standingOf(view: View, dense: Dense): Standing {
  const { judged, readings, mixture } = view;
  const { alternatives, compiled } = decisionOf(view);
  const lead = mixture && leadIn(readings, judged.picks, alternatives);
  return {
    id: compiled.decision.id,
    status: judged.status,
    recommended: namesIn(judged.picks, alternatives),
    dependsOn: questionsIn(judged.dependsOn, dense),
    ...(lead && { lead }),
    ...(mixture && sharesIn(mixture, judged.picks)),
  };
}

function sharesIn({ outcomes }: Mixture, picks: number): Pick<Standing, 'share' | 'notApplicable'> {
  const notApplicable = shareOf(NOT_APPLICABLE, outcomes);
  return { share: shareOf(picks, outcomes), ...(notApplicable > 0 && { notApplicable }) };
}

/**
 * Where no scenario tells, what brings the proof closest comes first (the page has no rule for that); then the lower
 * effort, then the id.
 */
function prospectsOf(views: readonly View[], dense: Dense): Prospect[] {
  const open = views.flatMap((view) => (view.mixture ? [{ view, mixture: view.mixture }] : []));
  const prospects = dense.codes.questions.flatMap(({ id, effort }, question) => {
    const moved = open.filter(({ view }) => hasQuestion(view.judged.dependsOn, question));
    if (moved.length === 0) return [];
    const gains = moved.map(({ mixture }) => gainOf(mixture, { question, dense }));
    const gain = sum(gains) / effort;
    const progress = gain > 0 ? 0 : sum(moved.map(({ view }) => progressIn(view, question, dense)));
    const decisions = moved.map(({ view }) => decisionOf(view).compiled.decision.id);
    return [{ id, effort, gain, progress: progress / effort, decisions }];
  });
  return prospects
    .sort(
      (a, b) =>
        b.gain - a.gain || b.progress - a.progress || a.effort - b.effort || (a.id < b.id ? -1 : 1),
    )
    .map(({ id, gain, decisions }) => ({ question: id, gain, decisions }));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function progressIn({ contests }: View, question: number, dense: Dense): number {
  return sum(contests.map((contest) => progressOf(contest, question, dense)));
}
