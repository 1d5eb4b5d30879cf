import { describe, expect, test } from 'vitest';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import { assemble } from '../support/assemble.ts';
import { decisionsWith, layer, soundLayer } from '../support/layers.ts';
import { findingOf } from '../support/rule-cases.ts';

function knowledgeOf(layers: readonly LayerFiles[]) {
  const { knowledge } = assemble(layers, 'abc');
  if (knowledge === undefined) throw new Error('the YAML of the test is broken');
  return knowledge;
}

const document = (text: string) => layer({ documents: { 'mine.md': text } });

function decisions(...items: readonly string[]): string {
  return `version: 1.2.3\ndecisions:\n${items.join('')}`;
}

function decision(id: string, alternatives: string, more = ''): string {
  return `  - id: ${id}
    title: ${id}
    ask: Which one?
    driving: [consistency]
    alternatives: [${alternatives}]
${more}`;
}

const STORES = '{ id: sql, name: SQL }, { id: nosql, name: NoSQL }, { id: files, name: Files }';

describe('of two layers that define one id the later wins, with a warning', () => {
  test('a heading takes the place of a heading', () => {
    const layers = [soundLayer(), document('## The SQL database\n\n- Latency: low\n')];
    expect(knowledgeOf(layers).patterns.get('sql')).toMatchObject({
      name: 'The SQL database',
      place: { file: 'mine.md', line: 1, column: 1 },
    });
    expect(assemble(layers, '').diagnostics.map(({ rule }) => rule)).toEqual(['overridden-id']);
  });

  test('a bullet takes the place of a heading, too', () => {
    const layers = [soundLayer(), document('## Stores\n\n- SQL\n  - Latency: low\n')];
    expect(assemble(layers, '').diagnostics.map(({ rule }) => rule)).toEqual(['overridden-id']);
    expect(knowledgeOf(layers).patterns.get('sql')?.place.file).toBe('mine.md');
  });

  test('a quality brings its new names and phrases with it, for the documents of all layers', () => {
    const qualities = `qualities:
  - id: performance
    name: Performance
    definition: How long a request takes.
    scale: { worst: far longer, neutral: no change, best: far shorter }
    aliases: [speed]
`;
    const layers = [
      soundLayer({ documents: { 'doc.md': '## Saga\n\n- Latency: low\n- Speed: high\n' } }),
      layer({ qualities }),
    ];
    const claims = knowledgeOf(layers).patterns.get('saga')?.claims ?? [];
    expect(claims.map(({ effects }) => effects)).toEqual([
      [],
      [{ quality: 'performance', value: 1 }],
    ]);
  });

  test('a decision takes the place of a decision, and the version is that of the last', () => {
    const above = decisions(decision('store', STORES.split(', { id: files')[0] ?? ''));
    const { decisions: all, version } = knowledgeOf([soundLayer(), layer({ decisions: above })]);
    expect([...all.values()].map(({ id, title }) => `${id} ${title}`)).toEqual(['store store']);
    expect(version).toBe('1.2.3');
  });

  test('a profile takes the place of a profile', () => {
    const layers = [
      soundLayer({ profiles: { 'profiles/shop.yaml': 'system: Shop\n' } }),
      layer({ profiles: { 'mine/shop.yml': 'system: Kiosk\n' } }),
    ];
    expect([...knowledgeOf(layers).profiles.values()]).toEqual([
      {
        id: 'shop',
        text: 'system: Kiosk\n',
        place: { file: 'mine/shop.yml', line: 1, column: 1 },
      },
    ]);
  });
});

describe('within one layer', () => {
  test('a heading outranks a bullet of its name, wherever it stands', () => {
    const bullet = '## Stores\n\n- SQL: fast (judgement)\n  - Latency: low\n\n';
    const heading = '## SQL\n\n- Consistency: strict\n';
    for (const text of [bullet + heading, heading + bullet]) {
      const layers = [soundLayer({ documents: { 'stores.md': text } })];
      expect(knowledgeOf(layers).patterns.get('sql')?.form).toBe('heading');
    }
  });
});

describe('a decision keeps the alternatives that some document describes', () => {
  const two = { 'stores.md': '## NoSQL\n\n- Latency: low\n\n## Files\n\n- Latency: high\n' };

  test('a baseline that nobody describes is replaced by the first that remains', () => {
    const files = soundLayer({ decisions: decisions(decision('store', STORES)), documents: two });
    const store = knowledgeOf([files]).decisions.get('store');
    expect(store?.baseline).toBe('nosql');
    expect(store?.alternatives.map(({ id }) => id)).toEqual(['nosql', 'files']);
  });

  test('where several may be picked, by picking none of them', () => {
    const several = decision('store', STORES, '    several: true\n');
    const files = soundLayer({ decisions: decisions(several), documents: two });
    const store = knowledgeOf([files]).decisions.get('store');
    expect(store).not.toHaveProperty('baseline');
    expect(store?.alternatives.map(({ id }) => id)).toEqual(['nosql', 'files']);
  });

  test('a decision of which fewer than two remain is left out', () => {
    const one = { 'stores.md': '## NoSQL\n\n- Latency: low\n' };
    const files = soundLayer({ decisions: decisions(decision('store', STORES)), documents: one });
    expect([...knowledgeOf([files]).decisions.keys()]).toEqual([]);
    expect([...knowledgeOf([files]).patterns.keys()]).toEqual(['nosql']);
  });

  test('a layer on top may bring what was missing', () => {
    const one = { 'stores.md': '## NoSQL\n\n- Latency: low\n' };
    const files = soundLayer({ documents: one, complete: false });
    const layers = [files, document('## SQL\n\n- Consistency: strict\n')];
    expect(knowledgeOf(layers).decisions.get('store')?.baseline).toBe('sql');
  });

  test('a condition on a decision that is left out says nothing any more', () => {
    const gone = decision('gone', '{ id: a, name: Alpha }, { id: b, name: Beta }');
    const when = "    applies-when: ['gone: a', 'writes: many', 'writes: few & gone: b']\n";
    const files = soundLayer({ decisions: decisions(gone, decision('store', STORES, when)) });
    const { decisions: all } = knowledgeOf([files]);
    expect([...all.keys()]).toEqual(['store']);
    expect(all.get('store')?.appliesWhen.map(({ text }) => text)).toEqual(['writes: many']);
  });
});

describe('siblings that no decision names become a decision of their own', () => {
  const variants = (...names: readonly string[]) =>
    names.map((name) => `- ${name}\n  - Advantages\n    - Latency: low\n`).join('');

  test('with the parent for its title and the first for its baseline', () => {
    const text = `## Queue (Line)\n\n${variants('Push', 'Pull')}- Shared\n  - Considerations\n    - Consistency: late\n`;
    const queue = knowledgeOf([soundLayer(), document(text)]).decisions.get('queue');
    expect(queue).toEqual({
      id: 'queue',
      title: 'Queue',
      ask: 'Which kind of Queue?',
      aliases: ['Line'],
      several: false,
      driving: ['consistency', 'performance'],
      appliesWhen: [],
      baseline: 'push',
      alternatives: [
        { id: 'push', name: 'Push', aliases: [], place: { file: 'mine.md', line: 3, column: 1 } },
        { id: 'pull', name: 'Pull', aliases: [], place: { file: 'mine.md', line: 6, column: 1 } },
        {
          id: 'shared',
          name: 'Shared',
          aliases: [],
          place: { file: 'mine.md', line: 9, column: 1 },
        },
      ],
      place: { file: 'mine.md', line: 1, column: 1 },
    });
  });

  test('one alone becomes none', () => {
    const layers = [soundLayer(), document(`## Queue\n\n${variants('Push')}`)];
    expect([...knowledgeOf(layers).decisions.keys()]).toEqual(['store']);
  });

  test('one beside an alternative that a decision names becomes none', () => {
    const layers = [
      soundLayer({
        documents: { 'stores.md': `## Stores\n\n${variants('SQL', 'NoSQL', 'Cards')}` },
      }),
    ];
    expect([...knowledgeOf(layers).decisions.keys()]).toEqual(['store']);
  });

  test('a family whose name a decision or question has already gets a number', () => {
    const text = `## Writes\n\n${variants('Push', 'Pull')}\n## Store\n\n${variants('Left', 'Right')}`;
    const layers = [soundLayer(), document(text)];
    expect([...knowledgeOf(layers).decisions.keys()]).toEqual(['store', 'writes-2', 'store-2']);
  });

  test('a family that a later layer writes anew counts once', () => {
    const layers = [
      soundLayer({ documents: { 'queue.md': `## Queue\n\n${variants('Push', 'Pull')}` } }),
      document(`## Queue\n\n${variants('Push', 'Shared')}`),
    ];
    const { decisions: all } = knowledgeOf(layers);
    expect([...all.keys()]).toEqual(['store', 'queue']);
    expect(all.get('queue')?.alternatives.map(({ id }) => id)).toEqual(['push', 'shared']);
  });
});

describe('what is not about one id', () => {
  test('footnotes are kept by document', () => {
    const text = '## Saga\n\n- Latency: low [^a]\n\n[^a]: A source\n';
    const { sources } = knowledgeOf([
      soundLayer({ documents: { 'doc.md': text } }),
      document(text.replace('Saga', 'Queue')),
    ]);
    expect([...sources]).toEqual([
      ['doc.md#a', { id: 'a', text: 'A source', place: { file: 'doc.md', line: 5, column: 1 } }],
      ['mine.md#a', { id: 'a', text: 'A source', place: { file: 'mine.md', line: 5, column: 1 } }],
    ]);
  });

  test('an alternative of a layer on top is found by alias in the documents below', () => {
    const above = decisions(
      decision('drinks', '{ id: tea, name: Tea, aliases: [leaf water] }, { id: milk, name: Milk }'),
    );
    const below = soundLayer({
      documents: { 'doc.md': '## Leaf Water\n\n- Latency: low\n\n## Milk\n\n- Latency: high\n' },
    });
    expect(
      knowledgeOf([below, layer({ decisions: above })]).decisions.get('drinks')?.baseline,
    ).toBe('tea');
  });

  test('the given hash is handed on', () => {
    expect(knowledgeOf([soundLayer()]).sha256).toBe('abc');
  });

  test('where several choices may be picked, none stands last, and is added if it is missing', () => {
    const questions = (none: string) => `groups: [{ id: scale, name: Scale }]
questions:
  - id: data
    group: scale
    ask: Which data?
    help: Look.
    several: true
    limit: 2
    exclusive: [all]
    choices: [${none}{ id: rows, label: Rows }, { id: all, label: All }]
`;
    const choicesOf = (text: string) =>
      knowledgeOf([soundLayer({ questions: text })])
        .questions.get('data')
        ?.choices.map(({ id, label, exclusive }) => `${id} "${label}" ${exclusive}`);
    expect(choicesOf(questions(''))).toEqual([
      'rows "Rows" false',
      'all "All" true',
      'none "None of these" true',
    ]);
    expect(choicesOf(questions('{ id: none, label: Nothing }, '))).toEqual([
      'rows "Rows" false',
      'all "All" true',
      'none "Nothing" true',
    ]);
  });

  test('problems of every layer are collected', () => {
    const layers = [
      soundLayer({
        documents: { 'doc.md': '## Saga\n\n- Fun: new\n' },
        decisions: decisionsWith('## Saga', '## Queue'),
      }),
      document('## Queue\n\n- Fun: newer\n'),
    ];
    expect(
      assemble(layers, '')
        .diagnostics.map(findingOf)
        .map(({ at }) => at),
    ).toEqual(['doc.md:3:1', 'mine.md:3:1']);
  });
});
