import { describe, expect, test } from 'vitest';
import { knownAnswers } from '../../../src/common/answers.ts';
import { advise } from '../../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../../src/knowledge/answers/answer-sheet.ts';
import type { AnswerSheet } from '../../../src/model/answers.ts';
import { recordFormats } from '../../../src/report/record/formats.ts';
import type { RecordView } from '../../../src/report/record/record-view.ts';
import { idsIn, marked, withMarkedIds } from '../../support/ids-in-text.ts';
import { builtInKnowledge } from '../../support/loaded-knowledge.ts';
import { headingsIn, type RecordParts, recordParts } from '../../support/record-parts.ts';
import { recordViews } from '../../support/record-view.ts';

const built = await builtInKnowledge();
/** Its ids are like no word, so that none can hide in a sentence. */
const knowledge = withMarkedIds(built);

function markedSheet({ answers, pins, notes, ...named }: AnswerSheet): AnswerSheet {
  const answer = ([id, each]: [
    string,
    AnswerSheet['answers'] extends ReadonlyMap<string, infer A> ? A : never,
  ]) => [marked(id), each && { ...each, choices: each.choices.map(marked) }] as const;
  return {
    ...named,
    answers: new Map([...answers].map(answer)),
    pins: new Map([...pins].map(([id, pin]) => [marked(id), pin.map(marked)])),
    notes: new Map([...notes].map(([id, note]) => [marked(id), note])),
  };
}

/** Each decision of a profile that has a pick. */
function viewsOf(text: string): RecordView[] {
  const { system, answers, pins, notes } = parseAnswerSheet({ file: 'profile.yaml', text }, built);
  const sheet = markedSheet({ ...(system !== undefined && { system }), answers, pins, notes });
  const advice = advise(knowledge, { ...sheet, answers: knownAnswers(sheet), decisions: [] });
  const ids = advice.decisions
    .filter(({ status }) => status !== 'not-applicable' && status !== 'infeasible')
    .map(({ id }) => id);
  return recordViews(knowledge, sheet, ids);
}

const MADR = [
  ...['## Context and Problem Statement', '## Considered Options', '## Decision Outcome'],
  ...['### Consequences', '### Confirmation', '## More Information', '### When to Revisit'],
  '### Sources',
];
const NYGARD = [
  ...['## Status', '## Context', '### Options Considered', '## Decision', '## Consequences'],
  ...['### Confirmation', '## When to Revisit', '## Sources'],
];
const SECTIONS = { madr: MADR, nygard: NYGARD } as const;
/** Without them if there is nothing to say. */
const OPTIONAL = ['## Decision Drivers', '### Drivers', '## Pros and Cons of the Options'];

describe.each([...built.profiles.values()].map(({ id, text }) => [id, text]))(
  'each record of %s',
  (_, profile) => {
    const views = viewsOf(profile);

    test.each(['madr', 'nygard'] as const)('as %s', (format) => {
      expect(views.length).toBeGreaterThan(10);
      for (const view of views) {
        const text = recordFormats[format](view);
        const parts = recordParts(text);
        expect(idsIn(text)).toEqual([]);
        expect(text.match(SLIPS) ?? []).toEqual([]);
        expect(sectionsIn(parts, view)).toEqual(SECTIONS[format]);
        expect([...parts.kinds].filter((kind) => !KINDS.includes(kind))).toEqual([]);
        expect(parts.links.filter((url) => !url.startsWith('https://'))).toEqual([]);
        expect(gapsIn(parts)).toEqual([]);
      }
    });
  },
);

/** What a missing or empty part leaves behind. */
const SLIPS = /undefined|\bNaN\b|\[object|\.\.(?!\/)|,,|\(\)|\( |\S {2,}\S/g;

const KINDS = [
  ...['root', 'yaml', 'heading', 'paragraph', 'list', 'listItem', 'text', 'inlineCode', 'link'],
];

/** All but the title, those of the options, and those that may be missing. */
function sectionsIn(parts: RecordParts, { names, decision }: RecordView): string[] {
  const options = decision.ranking.map(
    ({ alternative }) => `### ${names.alternative(alternative)}`,
  );
  return headingsIn(parts).filter(
    (heading) =>
      !heading.startsWith('# ') && !OPTIONAL.includes(heading) && !options.includes(heading),
  );
}

/** Headings and introductions that nothing follows, and lists that nothing introduces. */
function gapsIn({ blocks }: RecordParts): string[] {
  return blocks
    .filter(({ type, depth = 0, text }, index) => {
      const next = blocks[index + 1];
      if (type === 'heading') return (next?.depth ?? 9) <= depth || next === undefined;
      return text.endsWith(':') !== (next?.type === 'list' && type === 'paragraph');
    })
    .map(({ text }) => text);
}
