import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../../src/common/text.ts';
import type { AnswerSheet } from '../../../src/model/answers.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import { recordFormats } from '../../../src/report/record/formats.ts';
import { claimOf, type KnowledgeSpec, knowledgeOf } from '../../support/engine-builders.ts';
import { sheetOf } from '../../support/engine-differences.ts';
import { markdownPieces } from '../../support/markdown-pieces.ts';
import { headingsIn, recordParts, sectionIn } from '../../support/record-parts.ts';
import { recordedQuickly, recordView } from '../../support/record-view.ts';
import { numRuns } from '../../support/runs.ts';

const STORE: KnowledgeSpec = {
  qualities: { ease: 1, speed: 1 },
  questions: [
    { id: 'load', choices: { low: {}, high: { speed: 3 } } },
    { id: 'teams', choices: { one: {}, many: { ease: 2 } } },
  ],
  patterns: [
    {
      id: 'plain',
      claims: [
        claimOf('easy', { ease: 2 }, { line: 3 }),
        claimOf('slow', { speed: -1 }, { line: 4 }),
      ],
      useWhen: ['teams: one'],
      avoidWhen: ['load: high'],
    },
    { id: 'fast', claims: [claimOf('fast', { speed: 1 }, { line: 7 })] },
    { id: 'huge', ruledOutWhen: ['teams: one'] },
  ],
  decisions: [{ id: 'store', alternatives: ['plain', 'fast', 'huge'], driving: ['ease', 'speed'] }],
};

/** What each text of the knowledge is replaced by, in turn. */
function hostileKnowledge(texts: readonly string[]): KnowledgeBase {
  let next = 0;
  const text = () => {
    next += 1;
    return texts[next % texts.length] ?? '';
  };
  const base = knowledgeOf(STORE);
  return {
    ...base,
    version: text(),
    qualities: mapped(base.qualities, (each) => ({ ...each, name: text() })),
    questions: mapped(base.questions, (each) => ({
      ...each,
      ...{ ask: text(), title: text(), unit: text() },
      choices: each.choices.map((choice) => ({ ...choice, label: text() })),
    })),
    decisions: mapped(base.decisions, (each) => ({ ...each, title: text(), ask: text() })),
    patterns: mapped(base.patterns, (each) => ({
      ...each,
      name: text(),
      claims: each.claims.map((claim) => ({
        ...claim,
        ...{ text: text(), sources: ['x'], place: { ...claim.place, file: `a/${text()}.md` } },
      })),
      evidence: each.evidence.map((one) => ({
        ...one,
        ...{ text: text(), place: { ...one.place, file: `a/${text()}.md` } },
      })),
    })),
    sources: new Map(),
  };
}

function mapped<T>(all: ReadonlyMap<string, T>, change: (each: T) => T): Map<string, T> {
  return new Map([...all].map(([id, each]) => [id, change(each)]));
}

/** Every claim has a source, whose text is hostile as well. */
function withSources(knowledge: KnowledgeBase, text: string): KnowledgeBase {
  const places = [...knowledge.patterns.values()].flatMap(({ claims }) =>
    claims.map(({ place }) => place),
  );
  const sources = places.map((place) => [`${place.file}#x`, { id: 'x', text, place }] as const);
  return { ...knowledge, sources: new Map(sources) };
}

const sheet = (text: string): AnswerSheet => ({
  ...sheetOf({ teams: 'one' }),
  ...{ system: text, scope: text },
  notes: new Map([['teams', text]]),
});

const ALLOWED = [
  ...['root', 'yaml', 'heading', 'paragraph', 'list', 'listItem', 'text', 'inlineCode', 'link'],
];

test('no text can add anything to a record: what it is built of stays the same', () => {
  fc.assert(
    fc.property(fc.array(markdownPieces, { minLength: 1, maxLength: 7 }), (texts) => {
      const [first = ''] = texts;
      const knowledge = withSources(hostileKnowledge(texts), first);
      const older = { ...recordedQuickly(knowledge, sheet(first), 'store'), answers: {} };
      const view = recordView(knowledge, sheet(first), 'store', {
        supersedes: { name: 'ADR-0003', file: '0003-x.md', title: first, record: older },
        verifyCommand: `arch-advisor verify '${first}'`,
      });
      for (const format of ['madr', 'nygard', 'log4brains'] as const) {
        const text = recordFormats[format](view);
        const parts = recordParts(text);
        expect([...parts.kinds].filter((kind) => !ALLOWED.includes(kind))).toEqual([]);
        expect(headingsIn(parts)).toHaveLength(12);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
        const foreign = parts.links.filter((url) => url !== '0003-x.md');
        expect(foreign.filter((url) => !first.includes(url))).toEqual([]);
        const [title = ''] = parts.blocks.map((block) => block.text);
        expect(words(title)).toContain(words(view.names.decision('store')));
        if (format === 'madr') expect(parts.front).toEqual(frontOf(view));
      }
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});

function frontOf({ names }: Pick<ReturnType<typeof recordView>, 'names'>) {
  return {
    number: 7,
    title: plain(`${names.decision('store')}: ${names.alternative('plain')}`),
    ...{ status: 'accepted', date: '2026-11-30', supersedes: 'ADR-0003' },
  };
}

function words(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

test('a system, a note and a sentence are shown as they were written', () => {
  const text = '<b>1 * 2</b> [x](y) `z` # | \\ &amp; _a_';
  const view = recordView(hostileKnowledge([text]), sheet(text), 'store');
  for (const format of ['madr', 'nygard', 'log4brains'] as const) {
    const parts = recordParts(recordFormats[format](view));
    const context = sectionIn(
      parts,
      format === 'nygard' ? 'Context' : 'Context and Problem Statement',
    );
    expect(context).toContain(`System: ${text} (${text})`);
    expect(context.join('\n')).toContain(`Note: ${text}`);
    expect(sectionIn(parts, 'Consequences').join('\n')).toContain(`because ${text} (`);
  }
});
