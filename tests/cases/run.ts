import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Advice } from '../../src/model/advice.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { givenAnswers } from '../support/given-answers.ts';
import {
  type Case,
  type CaseSet,
  READERS,
  type Reader,
  readAnswerFile,
  readCases,
} from './case.ts';
import { missText } from './misses.ts';
import { pairsText } from './pairs.ts';
import { picksOn } from './points.ts';
import { agreementOf } from './readers.ts';
import { scoreOf } from './score.ts';
import { type Judged, tableOf } from './table.ts';

/** Holds the advice against decisions that were really taken, and prints how far it agrees. */
const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('The built-in knowledge is unreadable');
const set: CaseSet = process.argv.includes('fresh') ? 'fresh/' : '';
const runs = await Promise.all((await readCases(set)).map((each) => runCase(each, knowledge)));
const judged = runs.flatMap(judge);
const misses = judged.filter(({ picks, label }) => scoreOf(picks.first, label) < 1);
const agreement = agreementOf(
  runs.map(({ sheets }) => [sheets.first.answers, sheets.second.answers]),
);

print(`# ${runs.length} real decisions, knowledge ${knowledge.version}\n`);
print(tableOf(judged));
if (set === '') {
  print('\n# Pairs that must come out differently, both right\n');
  print(pairsText(judged));
}
print('\n# The two readers\n');
print(
  `${agreement.alike} of ${agreement.both} questions that both answered are answered alike; ${agreement.oneAlone} were answered by one of them alone`,
);
print(`\n# ${misses.length} misses, with the first reader's answers\n`);
for (const miss of misses) {
  const run = runs.find(({ of }) => of === miss.of);
  if (run) print(`${missText(miss, run.advice.first)}\n`);
}

interface Run {
  readonly of: Case;
  readonly sheets: Readonly<Record<Reader, AnswerSheet>>;
  readonly advice: Readonly<Record<Reader, Advice>>;
}

async function runCase(of: Case, base: KnowledgeBase): Promise<Run> {
  const [first, second] = await Promise.all(
    READERS.map(async (reader) => {
      const sheet = parseAnswerSheet(await readAnswerFile(of.id, reader, set), base);
      const answers = givenAnswers(sheet);
      return { sheet, advice: advise(base, { answers, pins: sheet.pins, decisions: [] }) };
    }),
  );
  if (first === undefined || second === undefined) throw new Error(`${of.id} has no two readers`);
  return {
    of,
    sheets: { first: first.sheet, second: second.sheet },
    advice: { first: first.advice, second: second.advice },
  };
}

function judge({ of, advice }: Run): Judged[] {
  return [of.main, ...of.also].map((label, index) => ({
    of,
    label,
    isMain: index === 0,
    picks: {
      first: picksOn(label.point, advice.first),
      second: picksOn(label.point, advice.second),
    },
  }));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
