import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { failureOf } from '../support/cli-failure.ts';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** The ids of the decisions that are advised on. */
async function decisionsFor(...args: readonly string[]): Promise<string[]> {
  const { code, stdout } = await run([...args, '--json']);
  expect(code).toBe(0);
  return JSON.parse(stdout).decisions.map(({ id }: { id: string }) => id);
}

describe('a decision is found by', () => {
  test.each([
    [['database'], 'database'],
    [['Database'], 'database'],
    [['DATABASE'], 'database'],
    [['System structure'], 'system-style'],
    [['system', 'structure'], 'system-style'],
    [['sql'], 'database'],
    [['cqrs'], 'read-write-model'],
    [['microservices'], 'system-style'],
    [['event sourcing'], 'read-write-model'],
    [['SQL vs NoSQL'], 'database'],
    [['monolith or microservices?'], 'system-style'],
    [['which database should I use'], 'database'],
    [['cache'], 'caching'],
    [['messaging'], 'communication'],
    [['db'], 'database'],
    [['postgres'], 'database'],
  ])('%j', async (words, id) => {
    expect(await decisionsFor('recommend', ...words)).toEqual([id]);
  });

  test('several names, with blanks or commas between them', async () => {
    const ids = ['database', 'caching'];
    expect(await decisionsFor('recommend', 'db', 'cache')).toEqual(ids);
    expect(await decisionsFor('recommend', 'Database,Caching')).toEqual(ids);
  });

  test('other commands alike', async () => {
    expect((await run(['flip', 'SQL'])).stdout).toMatch(/^Database: /);
    expect((await run(['explain', 'event sourcing'])).stdout).toContain('Read and write model: ');
    expect(await decisionsFor('next', 'SQL vs NoSQL')).toEqual(['database']);
  });

  test('what a product or an alternative was taken for is said on standard error', async () => {
    expect((await run(['recommend', 'postgres'])).stderr).toBe(
      'PostgreSQL (relational database) belongs to the decision Database.\n',
    );
    expect((await run(['recommend', 'sql'])).stderr).toContain('decision Database');
    expect((await run(['recommend', 'Database'])).stderr).toBe('');
  });
});

test('a quality is no decision, and says where it counts', async () => {
  const { sentence, hint } = failureOf(await run(['recommend', 'consistency']));
  expect(sentence).toBe('Unknown decision `consistency`');
  expect(hint).toMatch(/^Consistency is a quality that counts in `communication`/);
  expect(hint).toContain('arch-advisor show consistency');
});

describe('show', () => {
  test.each([
    ['postgres', 'SQL'],
    ['mongodb', 'Document store'],
    ['kafka', 'Event stream'],
    ['redis', 'Distributed cache'],
    ['dynamodb', 'Key-value store'],
    ['rabbitmq', 'Work queue'],
    ['elasticsearch', 'Search engine'],
    ['lambda', 'Serverless'],
    ['graphql', 'GraphQL'],
    ['grpc', 'Synchronous calls'],
  ])('says what %s is, and shows the pattern', async (name, pattern) => {
    const { code, stdout } = await run(['show', name]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/ product$/);
    expect(stdout).toContain(pattern);
  });

  test('says of a product about which no pattern is where it is mentioned', async () => {
    const { stdout } = await run(['show', 'kubernetes']);
    expect(stdout).toContain('No decision here is about it.');
    expect(stdout).toContain('Mentioned in');
    expect(stdout).toContain('Rolling update');
  });

  test.each([
    [['database'], 'decision'],
    [['staleness'], 'question'],
    [['teams'], 'question'],
    [['consistency'], 'quality'],
    [['event', 'sourcing'], 'decision: Read and write model'],
    [['online-shop'], 'profile online-shop'],
  ])('shows %j, a %s', async (words, kind) => {
    const { code, stdout } = await run(['show', ...words]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]?.endsWith(kind)).toBe(true);
  });

  test('lists what an ambiguous name can mean, each with words that mean only that', async () => {
    const { hint, sentence } = failureOf(await run(['show', 'availability']));
    expect(sentence).toBe('`availability` can mean several things');
    expect(hint).toContain('`question availability`');
    expect((await run(['show', 'question', 'availability'])).stdout).toMatch(/ question\n/);
    expect((await run(['show', 'quality', 'availability'])).stdout).toMatch(/ quality\n/);
  });

  test('finds what only the documents mention', async () => {
    const { hint } = failureOf(await run(['show', 'ELB health probes']));
    expect(hint).not.toBe('');
    expect(failureOf(await run(['show', 'Conway'])).hint).toMatch(/mentioned in|lists all names/);
  });
});

describe('compare', () => {
  test('compares what products stand for', async () => {
    const { code, stdout, stderr } = await run(['compare', 'postgres', 'mongodb']);
    expect(code).toBe(0);
    expect(stderr).toContain('PostgreSQL stands for SQL (Database).');
    expect(stderr).toContain('MongoDB stands for Document store (NoSQL type).');
    expect(stdout).toContain('Document store');
  });

  test('takes a product of several uses for what can be compared with the others', async () => {
    const { stderr } = await run(['compare', 'redis', 'mongodb']);
    expect(stderr).toContain('Redis stands for Key-value store (NoSQL type).');
  });

  test('takes a decision for the alternative that is left', async () => {
    const { stdout } = await run(['compare', 'REST', 'messaging']);
    expect(stdout).toContain('Event-driven');
  });

  test('says where two names are one thing', async () => {
    const { code, stderr } = await run(['compare', 'cassandra', 'ScyllaDB']);
    expect(code).toBe(2);
    expect(stderr).toContain('both Wide-column store');
  });
});

describe('--pin', () => {
  test.each(['SQL', 'sql', 'postgres', 'PostgreSQL'])('takes %s', async (name) => {
    const { stdout } = await run(['recommend', '--pin', `database=${name}`, '--json']);
    expect(readAdvice(stdout).pins).toEqual({ database: 'sql' });
  });

  test('lists the alternatives that a product of several can mean', async () => {
    const { sentence, hint } = failureOf(await run(['recommend', '--pin', 'nosql-type=dynamodb']));
    expect(sentence).toBe('`dynamodb` can mean several alternatives of `nosql-type`');
    expect(hint).toBe('name one of them: key-value, document');
  });

  test('takes a product of a finer decision for what brings that up, and fixes both', async () => {
    const { stdout } = await run(['recommend', '--pin', 'Database=MongoDB', '--json']);
    expect(readAdvice(stdout).pins).toEqual({ database: 'nosql', 'nosql-type': 'document' });
  });
});

describe('an answer is understood', () => {
  test.each([
    ['teams=3', { teams: 3 }],
    ['availability=99.9', { availability: 99.9 }],
    ['availability=99.9%', { availability: 99.9 }],
    ['writes=200k', { writes: 200_000 }],
    ['writes=200 000', { writes: 200_000 }],
    ['writes=10_000', { writes: 10_000 }],
    ['requests=2,000', { requests: 2_000 }],
    ['requests=2 000', { requests: 2_000 }],
    ['requests=1.5M', { requests: 1_500_000 }],
    ['volume=2TB', { volume: 2_000 }],
    ['latency=0.2 s', { latency: 200 }],
    ['teams=2-3', { teams: 'few' }],
    ['teams=', {}],
    ['Number of teams=Two or three', { teams: 'few' }],
    ['data=relational, documents', { data: ['relational', 'documents'] }],
  ])('%s', async (flag, answers) => {
    const { code, stdout, stderr } = await run(['recommend', '--set', flag, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readAdvice(stdout).answers).toEqual(answers);
  });

  test('several of one question add up', async () => {
    const flags = ['--set', 'data=relational', '--set', 'data=search'];
    const { stdout } = await run(['recommend', ...flags, '--json']);
    expect(readAdvice(stdout).answers).toEqual({ data: ['relational', 'search'] });
  });

  test('in a file as well', async () => {
    const text = 'answers:\n  Number of teams: 3\n  data: relational, documents\n  writes: 200k\n';
    const file = join(await folderWith({ 'a.yaml': text }), 'a.yaml');
    const { stdout } = await run(['recommend', '--answers', file, '--json']);
    expect(readAdvice(stdout).answers).toEqual({
      writes: 200_000,
      data: ['relational', 'documents'],
      teams: 3,
    });
  });

  test('a range over several choices is refused', async () => {
    const { sentence } = failureOf(await run(['recommend', '--set', 'teams=2-9']));
    expect(sentence).toBe('`2-9` spans several choices of `teams`: few, many');
  });

  test('what is beyond a percentage is refused', async () => {
    const { sentence, hint } = failureOf(await run(['recommend', '--set', 'availability=101']));
    expect(sentence).toBe('`101` is not an answer to `availability`');
    expect(hint).toContain('0 to 100');
  });
});

test('a profile is found by a part of its name, or suggested', async () => {
  expect((await run(['recommend', '--profile', 'shop', '--brief'])).stdout).toMatch(/^Online shop/);
  const { hint } = failureOf(await run(['recommend', '--profile', 'onlyne-shop']));
  expect(hint).toBe('did you mean `online-shop`?');
});

test('options may stand before the command', async () => {
  const { code, stdout } = await run(['--json', 'list', 'qualities']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty('qualities');
});

describe('search', () => {
  test('finds words in any form and spelling, with places', async () => {
    const { code, stdout } = await run(['search', 'idempotency']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Effectively once/);
    expect(stdout).toMatch(/delivery-guarantee\.md:\d+/);
  });

  test('puts what has the name first', async () => {
    const { stdout } = await run(['search', 'saga', '--json']);
    const [first] = JSON.parse(stdout).matches;
    expect(first).toMatchObject({ kind: 'pattern', id: 'saga' });
  });

  test('finds what is misspelt', async () => {
    expect((await run(['search', 'orchestraton'])).stdout).toContain('Orchestration');
  });

  test('finds what has some of the words where nothing has all', async () => {
    expect((await run(['search', 'cache stampede'])).stdout).toContain('Distributed cache');
  });

  test('says which of the words occurs nowhere', async () => {
    const { stderr } = await run(['search', 'cache herring']);
    expect(stderr).toBe('Nothing mentions `herring`.\n');
  });

  test('says where nothing is found', async () => {
    const { code, stderr } = await run(['search', 'zzyzx']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Nothing mentions `zzyzx`; try fewer or other words\n',
    });
  });
});
