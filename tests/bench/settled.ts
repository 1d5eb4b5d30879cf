import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Drawing, drawingFrom, lineOf } from '../support/random-sheets.ts';
import { built, KNOWLEDGE } from './built.ts';
import { type Claim, claimsIn } from './claims.ts';
import { publish } from './publish.ts';
import { type BatchDecision, throughBatch } from './through-batch.ts';
import { watcher } from './watch.ts';

/**
 * Draws partly answered sheets, completes each of them at random many times, and looks for what `batch` called proved
 * and a completion changed: there must be nothing. That a decision turns out not to apply changes no pick where that was
 * undecided. A number after the command is the seed; with `--save` the counts also go into `docs/measurements.md`.
 */
const SEED = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 1);
const COMPLETIONS = 1_000;
/** Settled picks, in sheets that are answered for the most part. */
const ENOUGH = 2_000;
const MOSTLY = 0.8;
/** Of the questions that are answered in the sheets of a round; rounds are drawn until there is enough. */
const SHARES = [0.8, 0.5, 0.85, 0.9, 0.65, 0.95, 0.8, 0.75];

const { knowledge } = await built('knowledge/load').loadKnowledge({
  knowledge: [KNOWLEDGE],
  add: [],
});
if (knowledge === undefined) throw new Error('The knowledge cannot be read');
process.exitCode = (await isHolding(knowledge)) ? 0 : 1;

async function isHolding(knowledge: KnowledgeBase): Promise<boolean> {
  const drawing = drawingFrom(knowledge, SEED);
  const sheets: Sheet[] = [];
  while (settledIn(sheets, MOSTLY) < ENOUGH) sheets.push(...(await someSheets(knowledge, drawing)));
  const watch = watcher(sheets.map(({ claims }) => claims));
  await throughBatch(completionsOf(sheets, knowledge, drawing), [], (printed, line) => {
    watch.see(Math.trunc(line / COMPLETIONS), claimsIn(knowledge, printed));
  });
  const lines = [
    `Knowledge ${knowledge.version}, seed ${SEED}, ${sheets.length} sheets`,
    `${settledIn(sheets, 0)} settled picks, ${settledIn(sheets, MOSTLY)} of them where ${100 * MOSTLY} % or more is answered`,
    watch.text(),
    `${watch.broken().length} of what was proved changed`,
    ...watch.broken(),
  ];
  publish('settled', ['```text', ...lines, '```'].join('\n'));
  return watch.broken().length === 0;
}

interface Sheet {
  readonly share: number;
  readonly answers: Answers;
  readonly claims: readonly Claim[];
}

/** A round of sheets with what is claimed of them; throws where `--full` prints something else of a decision. */
async function someSheets(knowledge: KnowledgeBase, drawing: Drawing): Promise<Sheet[]> {
  const sheets = SHARES.map((share) => ({ share, answers: drawing.partial(share) }));
  const lines = sheets.map(({ answers }) => lineOf(knowledge, answers));
  const brief: (readonly BatchDecision[])[] = [];
  const full: (readonly BatchDecision[])[] = [];
  await throughBatch(lines, [], (printed) => brief.push(printed));
  await throughBatch(lines, ['--full'], (printed) => full.push(printed));
  return sheets.map((sheet, index) => {
    const printed = full[index] ?? [];
    if (verdictsText(printed) !== verdictsText(brief[index] ?? [])) {
      throw new Error(`--full prints something else of ${lines[index]}`);
    }
    return { ...sheet, claims: claimsIn(knowledge, printed) };
  });
}

function verdictsText(printed: readonly BatchDecision[]): string {
  return printed
    .map(({ id, status, recommended, joint, applies, appliesDependsOn = [], dependsOn }) => {
      const lists = [recommended, appliesDependsOn, dependsOn].map((ids) => ids.join());
      return [id, status, applies, ...lists, JSON.stringify(joint)].join(' ');
    })
    .join('\n');
}

function* completionsOf(
  sheets: readonly Sheet[],
  knowledge: KnowledgeBase,
  drawing: Drawing,
): Generator<string> {
  for (const { answers } of sheets) {
    for (let count = 0; count < COMPLETIONS; count += 1) {
      yield lineOf(knowledge, drawing.completed(answers));
    }
  }
}

/** How many picks are settled in the sheets of which at least this share is answered; techniques are not counted. */
function settledIn(sheets: readonly Sheet[], share: number): number {
  return sheets
    .filter((sheet) => sheet.share >= share)
    .flatMap(({ claims }) => claims)
    .filter(({ kind, status }) => kind === 'decision' && status === 'settled').length;
}
