import type {
  RecordedVerdict,
  Verification,
  VerifiedRecord,
} from '../../src/model/verification.ts';
import { failsOn } from '../../src/records/failures.ts';
import { colourless, unicode } from '../../src/report/layout/style.ts';
import type { VerifyView } from '../../src/report/verify/verify-view.ts';
import { plainNames } from '../../src/report/words/names.ts';
import { smallKnowledge } from './loaded-knowledge.ts';

const KNOWLEDGE = { version: '1.0.0', sha256: 'a'.repeat(64) };

/** A settled pick. */
export function verdict(...recommended: readonly string[]): RecordedVerdict {
  return {
    ...{ status: 'settled', applies: 'yes', pinned: false, firm: true },
    ...{ recommended, knowledge: KNOWLEDGE },
  };
}

/** A record whose pick changed from the cabinet to the heap, unless the test says otherwise. */
export function verifiedRecord(more: Partial<VerifiedRecord> = {}): VerifiedRecord {
  return {
    ...{ file: 'docs/adr/0001-storage.md', title: 'Storage: Cabinet', line: 7 },
    ...{ outcome: 'pick-changed', decision: 'storage' },
    ...{ before: verdict('cabinet'), after: verdict('heap') },
    ...{ causes: [], fired: [] },
    ...more,
  };
}

export function verification(...records: readonly VerifiedRecord[]): Verification {
  return { version: 1, knowledge: KNOWLEDGE, records, skipped: [] };
}

/** With the names of the small knowledge, without colours; a finding is identified by its file. */
export async function verifyView(more: Partial<VerifyView> = {}): Promise<VerifyView> {
  const knowledge = await smallKnowledge();
  return {
    ...{ knowledge, names: plainNames(knowledge) },
    style: { width: 80, palette: colourless, glyphs: unicode },
    fails: (record) => failsOn(record, { strict: false }),
    fingerprint: ({ file }) => file,
    flagsFor: ({ file }) => [`--answers ${file}`],
    ...more,
  };
}
