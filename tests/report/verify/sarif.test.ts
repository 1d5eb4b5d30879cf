import { describe, expect, test } from 'vitest';
import type { VerifiedRecord } from '../../../src/model/verification.ts';
import { sarif } from '../../../src/report/verify/sarif.ts';
import { verification, verifiedRecord, verifyView } from '../../support/verified-record.ts';

async function runOf(...records: readonly VerifiedRecord[]) {
  const { version, runs } = JSON.parse(sarif(verification(...records), await verifyView()));
  expect({ version, runs: runs.length }).toEqual({ version: '2.1.0', runs: 1 });
  return runs[0];
}

async function uriOf(file: string) {
  const { results } = await runOf(verifiedRecord({ file }));
  return results[0].locations[0].physicalLocation.artifactLocation;
}

test('each result refers to the rule of its outcome, and to its line', async () => {
  const outcomes = ['edited', 'certainty-changed', 'not-decidable', 'pick-changed'] as const;
  const records = outcomes.map((outcome) => verifiedRecord({ outcome }));
  const { tool, results } = await runOf(verifiedRecord({ outcome: 'unchanged' }), ...records);
  const rules: { id: string }[] = tool.driver.rules;
  for (const [index, { ruleId, ruleIndex, level, locations }] of results.entries()) {
    expect(ruleId).toBe(outcomes[index]);
    expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(level).toBe(ruleId === 'certainty-changed' ? 'warning' : 'error');
    expect(locations[0].physicalLocation.region).toEqual({ startLine: 7 });
  }
  expect(results).toHaveLength(outcomes.length);
});

describe('the address of a file', () => {
  test('is relative to the root of the sources, and encoded', async () => {
    expect(await uriOf('docs/adr/1 ä#?%:x.md')).toEqual({
      uri: 'docs/adr/1%20%C3%A4%23%3F%25%3Ax.md',
      uriBaseId: '%SRCROOT%',
    });
  });

  test('is complete for a file elsewhere', async () => {
    expect(await uriOf('/srv/adr/1.md')).toEqual({ uri: 'file:///srv/adr/1.md' });
    expect(await uriOf('C:/adr/1.md')).toEqual({ uri: 'file:///C%3A/adr/1.md' });
  });
});

test('a known finding is suppressed, and every result says whether it is', async () => {
  const { results } = await runOf(verifiedRecord(), verifiedRecord({ known: true }));
  expect(results[0].suppressions).toEqual([]);
  expect(results[1]).toMatchObject({ level: 'note', suppressions: [{ kind: 'external' }] });
});

test('the fingerprint is that of the finding', async () => {
  const { results } = await runOf(verifiedRecord());
  expect(results[0].partialFingerprints).toEqual({
    'archAdvisorRecord/v1': 'docs/adr/0001-storage.md',
  });
});

test('a title cannot make a link', async () => {
  const { results } = await runOf(verifiedRecord({ title: '[click](https://example.org)' }));
  expect(results[0].message.text).toContain('[click] (https://example.org) (pick changed)');
});
