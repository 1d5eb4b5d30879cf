import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Answer, Answers } from '../../src/model/answers.ts';
import type { Combination } from '../../src/model/knowledge.ts';
import { brokenBy, type Standing } from '../support/engine-combinations.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { numRuns } from '../support/runs.ts';

describe('on the knowledge that comes with the program, recommended picks', async () => {
  const knowledge = await builtInKnowledge();
  const profiles = [...knowledge.profiles].map(([id, { place, text = '' }]) => {
    const sheet = parseAnswerSheet({ file: place?.file ?? id, text }, knowledge);
    const given = [...sheet.answers].filter((each): each is [string, Answer] => each[1] !== null);
    return [id, new Map(given), sheet.pins] as const;
  });

  test.each(profiles)('go together in the profile %s', (_, answers, pins) => {
    const advice = advise(knowledge, { answers, pins, decisions: [] });
    expect(advice.conflicts).toEqual([]);
    expect(linesOf(knowledge.combinations.filter(isBrokenIn(advice.decisions)))).toEqual([]);
  });

  test('go together on random sheets, and stay where they are certain', () => {
    const drawing = drawingFrom(knowledge, 5);
    const on = (answers: Answers) =>
      advise(knowledge, { answers, pins: new Map(), decisions: [] }).decisions;
    let [joint, certain] = [0, 0];
    for (let count = 0; count < numRuns / 2; count += 1) {
      const answers = drawing.partial([1, 0.95, 0.8, 0.5][count % 4] ?? 1);
      const found = on(answers);
      expect(linesOf(knowledge.combinations.filter(isBrokenIn(found)))).toEqual([]);
      const proved = found.filter((each) => each.joint?.certain);
      const completed = proved.length > 0 ? on(drawing.completed(answers)) : [];
      const now = completed.filter(({ id }) => proved.some((each) => each.id === id));
      expect(now.map(pickOf)).toEqual(proved.map(pickOf));
      joint += found.filter((each) => each.joint).length;
      certain += proved.length;
    }
    expect(joint).toBeGreaterThan(numRuns / 4);
    expect(certain).toBeGreaterThan(numRuns / 20);
  });
});

/** As it is recommended: a changed pick is as if it were pinned, and what comes up may be tied. */
function standingOf({ joint, ...advice }: DecisionAdvice): Standing {
  if (joint === undefined) return advice;
  const isTied = advice.recommended.length > 1 && !isOfSeveral(advice);
  return { ...advice, status: isTied ? 'tied' : 'settled', applies: 'yes' };
}

function isOfSeveral({ ranking }: Pick<DecisionAdvice, 'ranking'>): boolean {
  return ranking.some(({ picked }) => picked !== undefined);
}

/** Only the decisions that a combination names are looked at, as ties of others end in too many ways. */
function isBrokenIn(decisions: readonly DecisionAdvice[]): (combination: Combination) => boolean {
  return (combination) => {
    const { when, requires } = combination;
    const terms = [...when.terms, ...(requires?.terms ?? [])];
    const named = decisions.filter(({ id }) => terms.some(({ subject }) => subject === id));
    return brokenBy([combination], named.map(standingOf)).length > 0;
  };
}

function linesOf(combinations: readonly Combination[]): number[] {
  return combinations.map(({ place }) => place.line);
}

function pickOf({ id, recommended }: DecisionAdvice) {
  return [id, recommended];
}
