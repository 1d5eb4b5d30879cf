import type { Audit, AuditFigures, AuditFinding, WaivedFinding } from '../../model/audit.ts';
import { countsOf } from '../../model/counts.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { type Compiled, type CompiledDecision, compile } from '../compiled.ts';
import { deadChoices, type Seen, seekWhatMatters, seeWhatMatters } from './can-matter.ts';
import { canWin } from './can-win.ts';
import { diceOf } from './dice.ts';
import { excludedTogether } from './excluded-together.ts';
import { impossibleConditions } from './impossible-conditions.ts';
import { notMonotone } from './monotone.ts';
import { type Stage, stageOf } from './stage.ts';
import { shareOfTies } from './ties.ts';
import { withoutSource } from './without-source.ts';

/** How far an audit has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is looked at next. */
  readonly subject: string;
}

/** Every run draws the same random answers. */
const SEED = 20_261_122;
const SAMPLES = 500;

/**
 * What can be proved about a knowledge base itself (MODEL.md, section 8). It takes seconds, so it tells after each step
 * how far it is. Searches draw the same random answers in every run.
 */
export function* audit(knowledge: KnowledgeBase): Generator<Progress, Audit> {
  const compiled = compile(knowledge);
  const stage = stageOf(compiled, diceOf(SEED));
  const tasks = tasksOf(compiled, stage);
  const findings: AuditFinding[] = [];
  for (const [done, { subject, run }] of tasks.entries()) {
    yield { done, total: tasks.length, subject };
    findings.push(...run());
  }
  const ties = shareOfTies(stage, SAMPLES);
  return { ...waive(findings, knowledge), figures: figuresOf(knowledge, ties) };
}

interface Task {
  readonly subject: string;
  readonly run: () => readonly AuditFinding[];
}

/** In the order in which they have to run: what wins is where the search for what matters begins. */
function tasksOf(compiled: Compiled, stage: Stage): Task[] {
  const decisions = [...compiled.decisions.values()];
  const ends = new Map<CompiledDecision, readonly (readonly number[])[]>();
  const seen: Seen = new Set();
  const wins = decisions.map((decision) => ({
    subject: `who can win: ${decision.decision.title}`,
    run: () => {
      const { witnesses, findings } = canWin(decision, stage);
      ends.set(decision, [...witnesses.values()]);
      return findings;
    },
  }));
  const walks = stage.scenes.map((scene) => ({
    subject: `what matters: ${scene.decision.decision.title}`,
    run: () => {
      seeWhatMatters({ scene, stage, seen }, ends.get(scene.decision) ?? []);
      return [];
    },
  }));
  const hunts = [...compiled.knowledge.questions.values()].map((question) => ({
    subject: `what matters: ${question.id}`,
    run: () => {
      for (const { id } of question.choices.filter(({ id }) => !seen.has(`${question.id}/${id}`))) {
        seekWhatMatters({ question, choice: id }, stage, seen);
      }
      return [];
    },
  }));
  const proofs = [
    { subject: 'choices that do nothing', run: () => deadChoices(stage, seen) },
    { subject: 'order of choices', run: () => notMonotone(compiled) },
    { subject: 'conditions', run: () => impossibleConditions(compiled) },
    { subject: 'rules', run: () => decisions.flatMap((each) => excludedTogether(each, compiled)) },
    { subject: 'sources', run: () => withoutSource(compiled.knowledge) },
  ];
  return [...wins, ...walks, ...hunts, ...proofs];
}

/** Findings that a document accepts with a reason are set apart; a reason that accepts nothing is a finding itself. */
function waive(
  findings: readonly AuditFinding[],
  { waivers }: KnowledgeBase,
): Pick<Audit, 'findings' | 'waived'> {
  const waiverOf = ({ rule, subject }: AuditFinding) =>
    waivers.find((waiver) => waiver.rule === rule && waiver.subject === subject);
  const waived = findings.flatMap((finding): WaivedFinding[] => {
    const waiver = waiverOf(finding);
    return waiver ? [{ ...finding, because: waiver.because }] : [];
  });
  const idle = waivers
    .filter((waiver) => !findings.some((finding) => waiverOf(finding) === waiver))
    .map(({ rule, subject, place }) => ({
      rule: 'idle-waiver',
      severity: 'error' as const,
      subject: `${rule}/${subject}`,
      message: `Nothing is found that \`${rule}\` of \`${subject}\` would waive`,
      hint: 'take the waiver out',
      place,
    }));
  return { findings: [...findings.filter((finding) => !waiverOf(finding)), ...idle], waived };
}

function figuresOf(knowledge: KnowledgeBase, ties: number): AuditFigures {
  const raises = [...knowledge.questions.values()].flatMap((question) => question.raises);
  return { ...countsOf(knowledge), monotonePairs: raises.length, ties };
}
