import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verification, VerifiedRecord } from '../../../src/model/verification.ts';
import { githubAnnotations } from '../../../src/report/verify/github.ts';
import { numRuns } from '../../support/runs.ts';
import { verification, verifiedRecord, verifyView } from '../../support/verified-record.ts';

async function annotations(...records: readonly VerifiedRecord[]): Promise<string[]> {
  const text = githubAnnotations(verification(...records), await verifyView());
  return text.split('\n').slice(0, -1);
}

test('each finding is a line with its level, place and title', async () => {
  const [changed, softer, known, ...others] = await annotations(
    verifiedRecord({ outcome: 'unchanged' }),
    verifiedRecord(),
    verifiedRecord({ outcome: 'certainty-changed' }),
    verifiedRecord({ known: true }),
  );
  expect(others).toEqual([]);
  expect(changed).toMatchInlineSnapshot(
    `"::error file=docs/adr/0001-storage.md,line=7,title=Storage%3A Cabinet (pick changed)::Then: Cabinet (settled, firm)%0ANow: Heap (settled, firm)%0ANext: If the facts are right, write a record that supersedes this one:%0A  arch-advisor adr storage --answers docs/adr/0001-storage.md"`,
  );
  expect(softer).toMatch(/^::warning file=/);
  expect(known).toMatch(/^::notice file=/);
});

/** As the runner of GitHub Actions reads a line. */
function parsed(line: string) {
  const { properties = '', message = '' } =
    /^::error (?<properties>[^:]*(?::(?!:)[^:]*)*)::(?<message>.*)$/.exec(line)?.groups ?? {};
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return {
    message: unescaped(message),
    ...Object.fromEntries(
      properties.split(',').map((each) => {
        const at = each.indexOf('=');
        return [each.slice(0, at), unescaped(each.slice(at + 1))];
      }),
    ),
  };
}

test('whatever a title, a file or a cause holds, the runner reads the same back', async () => {
  const view = await verifyView();
  const piece = fc.constantFrom(
    'a',
    ':',
    '::',
    ',',
    '%',
    '%0A',
    '\n',
    '\r',
    '=',
    '<b>',
    '##[x]',
    'é',
  );
  const texts = fc.array(piece).map((pieces) => `x${pieces.join('')}y`);
  fc.assert(
    fc.property(texts, texts, texts, (title, file, problem) => {
      const record = verifiedRecord({ title, file, causes: [{ kind: 'data', problem }] });
      const all: Verification = verification(record);
      const [line = '', ...rest] = githubAnnotations(all, view).split('\n');
      expect(rest).toEqual(['']);
      const shown = (text: string) => text.replace(/[\r\n]/g, ' ');
      expect(parsed(line)).toMatchObject({
        ...{ file: shown(file), line: '7', title: `${shown(title)} (pick changed)` },
        message: expect.stringContaining(shown(problem.slice(1))),
      });
    }),
    { numRuns },
  );
});
