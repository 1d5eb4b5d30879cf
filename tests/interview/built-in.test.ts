import { expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { answered, startInterview } from '../../src/interview/interview.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { knownAnswers } from '../../src/model/known-answers.ts';
import { answerer, randomFrom, type Said } from '../support/engine-random-answers.ts';

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

async function loaded(): Promise<KnowledgeBase> {
  const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
  if (knowledge === undefined) throw new Error('unreadable');
  return knowledge;
}

function held(knowledge: KnowledgeBase, topic: Topic, said: Said): Interview {
  const sheet = { answers: new Map(), pins: new Map(), notes: new Map() };
  let interview = startInterview(knowledge, { topic, sheet });
  while (interview.at.kind === 'question') {
    const { question } = interview.at;
    expect(interview.asked).not.toContain(question);
    const { decisions } = interview.outlook.questions.find(
      (each) => each.question === question,
    ) ?? {
      decisions: [],
    };
    expect(decisions).not.toEqual([]);
    interview = answered(knowledge, interview, { choices: said.get(question) ?? [] });
  }
  return interview;
}

function picksOn(knowledge: KnowledgeBase, answers: Interview['sheet']['answers']) {
  const known = knownAnswers({ answers });
  const advice = advise(knowledge, { answers: known, pins: new Map(), decisions: [] });
  return new Map(
    advice.decisions.map(({ id, status, recommended }) => [id, { status, recommended }]),
  );
}

test.each([
  [{ decisions: [], order: 'adaptive' }],
  [{ decisions: [], order: 'file' }],
  [{ decisions: ['database'], order: 'adaptive' }],
  [{ decisions: ['caching', 'shard-key-strategy'], order: 'adaptive' }],
] satisfies [Topic][])(
  'with what comes along the picks are those of all answers: %j',
  async (topic) => {
    const knowledge = await loaded();
    const draw = answerer(knowledge, randomFrom(5));
    for (let time = 0; time < 2; time += 1) {
      const said = draw();
      const { at, outlook, sheet, asked } = held(knowledge, topic, said);
      const full = new Map([...said].map(([id, choices]) => [id, { choices }]));
      const [before, after] = [picksOn(knowledge, sheet.answers), picksOn(knowledge, full)];
      expect(at).toEqual({ kind: 'end', ending: 'settled' });
      expect(outlook.decisions.length).toBe(topic.decisions.length || knowledge.decisions.size);
      for (const { id, status, recommended } of outlook.decisions) {
        expect([id, { status, recommended }]).toEqual([id, before.get(id)]);
        expect([id, before.get(id)]).toEqual([id, after.get(id)]);
      }
      if (topic.order === 'adaptive') expect(asked.length).toBeLessThan(knowledge.questions.size);
    }
  },
);
