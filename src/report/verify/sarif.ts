import { plain } from '../../common/text.ts';
import type { Outcome, Verification, VerifiedRecord } from '../../model/verification.ts';
import { json } from '../json.ts';
import { findingMessage, findingTitle } from './message.ts';
import { OUTCOME_ORDER, OUTCOMES } from './outcome-words.ts';
import { levelOf, type VerifyView } from './verify-view.ts';

const FINDINGS: readonly Outcome[] = OUTCOME_ORDER.filter((outcome) => outcome !== 'unchanged');

/** Findings in SARIF 2.1.0, which code scanning and editors read. */
export function sarif({ records }: Verification, view: VerifyView): string {
  const results = records
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map((record) => resultOf(record, view));
  return json({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'arch-advisor', rules: FINDINGS.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  });
}

function ruleOf(outcome: Outcome) {
  const { title, meaning } = OUTCOMES[outcome];
  return {
    id: outcome,
    name: title.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: meaning },
    defaultConfiguration: { level: outcome === 'certainty-changed' ? 'warning' : 'error' },
  };
}

function resultOf(record: VerifiedRecord, view: VerifyView) {
  const text = `${findingTitle(record)}\n${findingMessage(record, view)}`;
  return {
    ruleId: record.outcome,
    ruleIndex: FINDINGS.indexOf(record.outcome),
    level: levelOf(record, view),
    message: { text: withoutLinks(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(plain(record.file)),
          region: { startLine: record.line },
        },
      },
    ],
    partialFingerprints: { 'archAdvisorRecord/v1': view.fingerprint(record) },
    suppressions: record.known
      ? [{ kind: 'external', justification: 'It is listed in the baseline.' }]
      : [],
  };
}

/** A viewer takes `[text](address)` for a link. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Below the working folder, which is to be the root of the repository, or in full. */
function artifact(file: string) {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return { uri: `file://${encoded}` };
  if (/^[a-z]:\//i.test(file)) return { uri: `file:///${encoded}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}
