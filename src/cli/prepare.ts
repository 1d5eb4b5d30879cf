import { packCounts } from '../common/counts.ts';
import { setPrepared } from '../common/prepared.ts';
import { packProspects } from '../engine/advice/outlook.ts';
import { situationOf } from '../engine/advice/situation.ts';
import { INTERVIEW, type Judged, judge } from '../engine/decide/judge.ts';
import { judgeTable, PICKS } from '../engine/decide/judge-table.ts';
import { packApplicability, packDiagrams } from '../engine/decide/prepared-diagrams.ts';
import { packTables, packUnanswered } from '../engine/table/prepared-tables.ts';
import { tablesFor } from '../engine/table/tables.ts';
import { startInterview } from '../interview/interview.ts';
import { packWhy } from '../interview/why.ts';
import { parseAnswerSheet } from '../knowledge/answers/answer-sheet.ts';
import { packProfiles } from '../knowledge/answers/prepared-sheets.ts';
import { prepareKnowledge } from '../knowledge/read-knowledge.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';

// The last step of the build: reads the built-in documents, so that commands need not.
await prepareKnowledge(sectionsOf, diagramsOf);

function sectionsOf(knowledge: KnowledgeBase): Map<string, string> {
  const prospects = packProspects(knowledge);
  // The interview starts from them, rather than working them out again.
  setPrepared(knowledge, (name) => prospects.get(name));
  const { decisions, questions } = tablesFor(knowledge);
  const answers = new Int32Array(questions.length);
  const sheet = { answers: new Map(), pins: new Map(), notes: new Map() };
  const interview = startInterview(knowledge, {
    topic: { decisions: [], order: 'adaptive' },
    sheet,
  });
  const sheets = new Map(
    [...knowledge.profiles.values()].map(({ id, text, place }) => [
      id,
      parseAnswerSheet({ file: place.file, text }, knowledge),
    ]),
  );
  return new Map([
    ...packCounts(knowledge),
    ...packApplicability(judgedWithNothing(knowledge)),
    ...packDiagrams(judgedWithNothing(knowledge)).heads,
    ...packTables(decisions),
    ...packUnanswered(decisions, (table) =>
      judgeTable(table, answers, { questions, depth: PICKS }),
    ),
    ...packProfiles(sheets),
    ...prospects,
    ...packWhy(knowledge, interview),
  ]);
}

/** The nodes of the diagram of every table, with nothing answered. */
function diagramsOf(knowledge: KnowledgeBase): ReadonlyMap<string, string> {
  return packDiagrams(judgedWithNothing(knowledge)).nodes;
}

function judgedWithNothing(knowledge: KnowledgeBase): Iterable<Judged> {
  const nothing = situationOf(knowledge, { answers: new Map(), pins: new Map() });
  return judge(nothing, { depth: INTERVIEW }).values();
}
