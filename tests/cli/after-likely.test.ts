import { beforeAll, describe, expect, test } from 'vitest';
import { afterLikely, mayGoOn } from '../../src/cli/interview/after-likely.ts';
import { startInterview, withTopic } from '../../src/interview/interview.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { keys } from '../support/terminal.ts';
import { typist } from '../support/typed-context.ts';

let builtIn: KnowledgeBase;

beforeAll(async () => {
  builtIn = await builtInKnowledge();
});

const TOPIC: Topic = { decisions: ['caching'], order: 'adaptive', enough: 950 };
const NOTHING = { answers: new Map(), pins: new Map(), notes: new Map() };

function likely(topic = TOPIC): Interview {
  const interview = startInterview(builtIn, { topic: { ...topic, enough: 1_000 }, sheet: NOTHING });
  return { ...interview, topic, at: { kind: 'end', ending: 'likely' } };
}

async function chosen(interview: Interview, typed: string) {
  const somebody = typist();
  const answer = afterLikely(interview, { knowledge: builtIn, options: {} }, somebody.context);
  await somebody.typeAfter('enter choose', typed);
  return { next: await answer, screen: somebody.printed() };
}

describe('after picks that are likely enough', () => {
  test('it is done unless somebody wants more', async () => {
    const interview = likely();
    const { next, screen } = await chosen(interview, keys.enter);
    expect(next).toEqual({ value: interview });
    expect(screen).toMatch(/1 pick is (likely|a toss-up)\.\n❯ Done\n/);
  });

  test('the rest is settled, with about so many questions', async () => {
    const { next, screen } = await chosen(likely(), `${keys.down}${keys.enter}`);
    if (!('value' in next)) throw new Error('It was left');
    const { topic, at, expected } = next.value;
    expect(topic).toEqual({ decisions: ['caching'], order: 'adaptive' });
    expect(at.kind).toBe('question');
    expect(screen).toContain(`Settle the rest as well (about ${expected} more questions)`);
  });

  test('the finer decisions below are added, as likely as before', async () => {
    const { next, screen } = await chosen(likely(), `${keys.down.repeat(2)}${keys.enter}`);
    if (!('value' in next)) throw new Error('It was left');
    const { topic, expected } = next.value;
    expect(topic.decisions).toEqual(['caching', 'cache-strategy', 'cache-topology']);
    expect(topic.enough).toBe(950);
    expect(screen).toContain(
      `Continue with the finer decisions (about ${expected} more questions)`,
    );
  });

  test('nothing is asked where there is no more to ask', async () => {
    const answers = new Map([...builtIn.questions.keys()].map((id) => [id, null]));
    const interview = { ...likely(), sheet: { ...NOTHING, answers } };
    const somebody = typist();
    const options = { knowledge: builtIn, options: {} };
    expect(await afterLikely(interview, options, somebody.context)).toEqual({ value: interview });
    expect(somebody.printed()).toBe('');
  });

  test('leaving ends with 130', async () => {
    expect((await chosen(likely(), keys.interrupt)).next).toEqual({ exitCode: 130 });
  });

  test('only an interview that ended likely, on a terminal, goes on', () => {
    const { context } = typist();
    const interview = likely();
    expect(mayGoOn(interview, context)).toBe(true);
    expect(mayGoOn(interview, { ...context, canAsk: false })).toBe(false);
    expect(mayGoOn({ ...interview, at: { kind: 'end', ending: 'settled' } }, context)).toBe(false);
    expect(mayGoOn(likely({ ...TOPIC, quick: 900 }), context)).toBe(false);
    const asking = withTopic(builtIn, interview, { decisions: ['caching'], order: 'adaptive' });
    expect(mayGoOn(asking, context)).toBe(false);
  });
});
