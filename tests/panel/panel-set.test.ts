import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { argumentsIn } from './arguments.ts';
import { inOneLine } from './command.ts';
import { parseJudgement } from './judgement.ts';
import { readSet } from './panel-set.ts';
import { pointsNamed } from './points.ts';

const VERDICT =
  'database: { pick: key-value, confidence: strong, others: [wide-column], why: plain }';

/** A system in a set, in YAML. */
function system(set: string, id: string) {
  return {
    [`${set}facts/${id}.yaml`]: `system: System ${id}\nfacts: {}`,
    [`${set}judge1/${id}.yaml`]: VERDICT,
    [`${set}judge2/${id}.yml`]: VERDICT,
    [`${set}answers/${id}.yaml`]: 'answers: { teams: one }',
  };
}

describe('a set', () => {
  test('is read by id, from YAML or JSON', async () => {
    const root = await folderWith({
      ...system('', 'p2'),
      ...system('', 'p1'),
      'judge1/notes.md': 'no judgement',
    });
    const read = await readSet({}, root);
    expect(read.map(({ id, name }) => [id, name])).toEqual([
      ['p1', 'System p1'],
      ['p2', 'System p2'],
    ]);
    expect(read[0]?.judges[1].database).toEqual({
      picks: ['key_value'],
      confidence: 'strong',
      others: ['wide_column'],
      why: 'plain',
    });
  });

  test('may lie in a folder of its own, with another round of answers', async () => {
    const root = await folderWith({
      ...system('', 'p1'),
      ...system('fresh-1/', 'p9'),
      'fresh-1/answers-round-1/p9.json': '{ "answers": { "teams": "many" } }',
    });
    const read = await readSet({ set: 'fresh-1', answers: 'answers-round-1' }, root);
    expect(read.map(({ id, sheet }) => [id, sheet.text])).toEqual([
      ['p9', '{ "answers": { "teams": "many" } }'],
    ]);
  });

  test('that is unknown is refused with those there are', async () => {
    const root = await folderWith({ ...system('', 'p1'), ...system('fresh-1/', 'p9') });
    await expect(readSet({ set: 'facts' }, root)).rejects.toMatchObject({
      message: 'Unknown set `facts`',
      hint: 'there are fresh-1',
    });
    await expect(readSet({ answers: 'facts' }, root)).rejects.toMatchObject({
      message: 'Unknown answers `facts`',
      hint: 'there are answers',
    });
  });

  test('with a system that nobody answered for is refused', async () => {
    const { 'answers/p2.yaml': _, ...rest } = system('', 'p2');
    const root = await folderWith({ ...system('', 'p1'), ...rest });
    await expect(readSet({}, root)).rejects.toThrow('p2 of the panel is missing in `answers`');
  });
});

test('a label that no judge may give is refused with its line', () => {
  const text =
    'database: { pick: sql, confidence: strong }\ncaching: { pick: cache, confidence: weak }';
  expect(() => parseJudgement({ file: 'judge1/p1.yaml', text })).toThrow(/^judge1\/p1\.yaml:2: /);
});

test('a point is known by underscores and by hyphens, and no other name is', () => {
  expect(pointsNamed('system-style')).toEqual(pointsNamed('system_style'));
  expect(pointsNamed('system-style').map(({ name }) => name)).toEqual(['system_style']);
  expect(pointsNamed(undefined)).toHaveLength(10);
  expect(() => pointsNamed('style')).toThrow('Unknown decision point `style`');
});

test('a command takes one argument and two options', () => {
  expect(argumentsIn(['fresh-1', '--answers', 'answers-2'], 'usage')).toEqual({
    first: 'fresh-1',
    answers: 'answers-2',
  });
  expect(() => argumentsIn(['one', 'two'], 'usage')).toThrow('Too many arguments');
  expect(() => argumentsIn(['--other'], 'usage')).toThrow("Unknown option '--other'");
});

test('what is wrong with a request is told in one line', () => {
  expect(inOneLine(new UserError('No set', 'there are\n  two'))).toBe('No set: there are two');
  expect(inOneLine(new UserError('No set'))).toBe('No set');
});
