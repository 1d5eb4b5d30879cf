import type { RecordedVerdict, VerifiedRecord } from '../../src/model/verification.ts';

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
