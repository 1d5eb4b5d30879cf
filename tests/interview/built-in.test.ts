import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { MOST_WITH_SHIFTS } from '../../src/common/limits.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { impossibleIn } from '../../src/engine/advice/implied-answers.ts';
import { answered, goTo, startInterview } from '../../src/interview/interview.ts';
import { whyAsked } from '../../src/interview/why.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { answerer, randomFrom, type Said } from '../support/engine-random-answers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

/** A question with more choices than are shown with shifts. */
const MANY = 'priorities';

/** About everything it starts with every other answer: each step from there on takes much less time than from nothing. */
function held(knowledge: KnowledgeBase, topic: Topic, said: Said): Interview {
  const isGiven = (index: number) => topic.decisions.length === 0 && index % 2 === 0;
  const given = [...said].flatMap(([id, choices], index) =>
    isGiven(index) ? [[id, { choices }] as const] : [],
  );
  const sheet = { answers: new Map(given), pins: new Map(), notes: new Map() };
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

/** Answers of which none says otherwise than others imply: an interview would not have asked for such a one. */
function consistent(draw: () => Said, knowledge: KnowledgeBase): Said {
  for (;;) {
    const said = draw();
    const answers = new Map([...said].map(([id, choices]) => [id, { choices }]));
    if (impossibleIn(knowledge, answers).length === 0) return said;
  }
}

function picksOn(knowledge: KnowledgeBase, answers: Interview['sheet']['answers']) {
  const known = knownAnswers({ answers });
  const advice = advise(knowledge, { answers: known, pins: new Map(), decisions: [] });
  return new Map(
    advice.decisions.map(({ id, status, recommended, applies }) => [
      id,
      { status, recommended, applies },
    ]),
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
    const knowledge = await builtInKnowledge();
    const draw = answerer(knowledge, randomFrom(5));
    for (let time = 0; time < 2; time += 1) {
      const said = consistent(draw, knowledge);
      const { at, outlook, sheet, asked } = held(knowledge, topic, said);
      const full = new Map([...said].map(([id, choices]) => [id, { choices }]));
      const [before, after] = [picksOn(knowledge, sheet.answers), picksOn(knowledge, full)];
      expect(at).toEqual({ kind: 'end', ending: 'settled' });
      expect(outlook.decisions.length).toBe(topic.decisions.length || knowledge.decisions.size);
      for (const { id, status, recommended, applies } of outlook.decisions) {
        expect([id, { status, recommended, applies }]).toEqual([id, before.get(id)]);
        expect([id, before.get(id)]).toEqual([id, after.get(id)]);
      }
      if (topic.order === 'adaptive') expect(asked.length).toBeLessThan(knowledge.questions.size);
    }
  },
);

test('what each of many choices changes is what `advise` says with it of each decision by itself', async () => {
  const knowledge = await builtInKnowledge();
  const said = answerer(knowledge, randomFrom(8))();
  const answers = new Map(
    [...said].slice(10).flatMap(([id, choices]) => (id === MANY ? [] : [[id, { choices }]])),
  );
  const topic = { decisions: [], order: 'adaptive' } as const;
  const sheet = { answers, pins: new Map(), notes: new Map() };
  const interview = goTo(startInterview(knowledge, { topic, sheet }), MANY);
  const alone = { ...knowledge, combinations: [] };
  const now = picksOn(alone, answers);
  const why = whyAsked(knowledge, interview);
  expect(why?.choices.length).toBeGreaterThan(MOST_WITH_SHIFTS);
  let changed = 0;
  for (const { choice, changes, shifts } of why?.choices ?? []) {
    const then = picksOn(alone, new Map(answers).set(MANY, { choices: [choice] }));
    const turned = [...then].filter(([id, pick]) => !isDeepStrictEqual(pick, now.get(id)));
    const seen = changes.map(({ decision, ...change }) => [decision, change] as const);
    expect(new Map(seen)).toEqual(
      new Map(turned.map(([id, pick]) => [id, { ...pick, before: now.get(id) }])),
    );
    expect(shifts).toEqual([]);
    changed += changes.length;
  }
  expect(changed).toBeGreaterThan(20);
});
