import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparedFor } from '../../src/common/prepared.ts';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { namesOf, packKnowledge, unpackKnowledge } from '../../src/knowledge/prepared-knowledge.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { assemble } from '../support/assemble.ts';
import { folderWith } from '../support/temporary-folder.ts';

const QUALITIES = `qualities:
  - { id: speed, name: Speed, definition: fast, scale: { worst: slow, neutral: so-so, best: fast } }
`;
const QUESTIONS = `groups: [{ id: g, name: G }]
questions:
  - { id: load, group: g, title: Load, ask: How much?, help: Count, choices: [{ id: low, label: Low, from: 0, to: 9 }, { id: high, label: High, weights: { speed: 3 } }] }
contradictions: [{ when: "load: low", because: no, instead: yes }]
not-covered: [{ when: "load: high", what: floods, instead: dams }]
renamed: [{ question: volume, to: load }]
retired: [{ question: size, because: load says it }, { question: load, choice: odd, because: no use }]
`;
const DECISIONS = `version: 1.2.3
decisions:
  - id: drinks
    title: Drinks
    reversal: weeks
    ask: Which?
    driving: [speed]
    applies-when: ["load: high"]
    alternatives: [{ id: tea, name: Tea }, { id: milk, name: Milk }]
combinations: [{ never: "drinks: tea & load: low", because: cold }]
waivers: [{ rule: tie, subject: drinks, because: none }]
`;
const DOCUMENT = `# Drinks

## Tea

Says "file":0 and \`"file":1\`, with a source.[^1]

- Benefits
  - Speed: brews fast
- Use when
  - Many drink \`load: high\`

### Green

- Speed: slow

## Milk

- Speed: is there

[^1]: A book
`;

/** The same texts in a folder. */
function filesIn(folder: string): LayerFiles {
  const file = (name: string, text: string) => ({ file: `${folder}/${name}`, text });
  return {
    qualities: file('qualities.yaml', QUALITIES),
    questions: file('questions.yaml', QUESTIONS),
    decisions: file('decisions.yaml', DECISIONS),
    reading: [],
    documents: [file('a.md', '## Water\n\n- Speed: flows\n'), file('b.md', DOCUMENT)],
    profiles: [file('mine.yaml', 'answers: {}\n')],
    complete: true,
  };
}

function knowledgeIn(files: LayerFiles): KnowledgeBase {
  const { knowledge } = assemble([files], 'hash');
  if (knowledge === undefined) throw new Error('nothing was read');
  return knowledge;
}

/** Maps of every kind as lists. */
function plainOf({ patterns, sources, ...rest }: KnowledgeBase) {
  return { ...rest, patterns: [...patterns], sources: [...sources] };
}

test('knowledge that was packed says the same, at the places where its files lie now', () => {
  const packed = packKnowledge(knowledgeIn(filesIn('/built/here')), filesIn('/built/here'));
  expect([...packed.values()].join()).not.toContain('/built/here');
  const sections = (name: string) => packed.get(name);
  for (const folder of ['/moved', 'a "quoted" $& \\ folder']) {
    const unpacked = unpackKnowledge(sections, namesOf(filesIn(folder)), filesIn(folder).profiles);
    expect(plainOf(unpacked)).toStrictEqual(plainOf(knowledgeIn(filesIn(folder))));
  }
});

test('the knowledge that the build prepared is what its files give when they are read', async () => {
  const folder = await folderWith({});
  await cp('knowledge', folder, { recursive: true });
  const prepared = await loadKnowledge({ knowledge: [folder], add: [] });
  const known = prepared.knowledge ?? expect.unreachable();
  expect(preparedFor(known)).toBeDefined();
  await appendFile(join(folder, 'profiles/chat.yaml'), '\n');
  const read = await loadKnowledge({ knowledge: [folder], add: [] });
  const fresh = read.knowledge ?? expect.unreachable();
  expect(preparedFor(fresh)).toBeUndefined();
  const { sha256, profiles } = known;
  expect(plainOf({ ...fresh, sha256, profiles })).toStrictEqual(plainOf(known));
  expect(fresh.sha256).not.toBe(sha256);
  expect(read.diagnostics).toEqual(prepared.diagnostics);
});

test('what the build prepared is not used for files of which one says something else', async () => {
  const folder = await folderWith({});
  await cp('knowledge', folder, { recursive: true });
  await appendFile(
    join(folder, 'patterns/caching.md'),
    '\n- Use when\n  - never `no-such: thing`\n',
  );
  const { diagnostics, knowledge } = await loadKnowledge({ knowledge: [folder], add: [] });
  expect(diagnostics.map(({ place }) => place.file)).toContain(
    knowledge?.patterns.get('no-cache')?.place.file,
  );
});
