import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Judged } from '../../src/engine/decide/judge.ts';
import type { JudgedTable } from '../../src/engine/decide/judge-table.ts';
import { distributionOf } from '../../src/engine/decide/queries.ts';
import { namesOf } from '../../src/engine/table/masks.ts';
import { cases, pinnedCases } from '../support/engine-arbitraries.ts';
import type { Truth } from '../support/engine-brute-force.ts';
import { judgedIn, truthIn } from '../support/engine-runs.ts';
import { numRuns } from '../support/runs.ts';

test.each([
  ['without pins', cases],
  ['with pins', pinnedCases],
])('everything judged is what looking at every completion shows, %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (each) => {
      const truth = truthIn(each);
      const ids = each.spec.questions.map(({ id }) => id);
      for (const judged of judgedIn(each)) {
        const known = truth.get(judged.entry.decision.id);
        if (known === undefined) throw new Error('unknown');
        expect(said(judged, ids)).toEqual(expected(judged, known));
      }
    }),
    { numRuns },
  );
});

function said(judged: Judged, ids: readonly string[]) {
  const { entry, applicability, status, picks, dependsOn, isBounded, tables } = judged;
  const questions = (indexes: readonly number[]) => indexes.map((index) => ids[index]);
  const isOpen = status === 'open';
  const [only] = tables;
  return {
    id: entry.decision.id,
    applies: applicability.applies,
    appliesDependsOn: questions(applicability.dependsOn),
    appliesShare: applicability.share,
    status,
    winners: isOpen ? [] : namesOf(picks, entry.alternatives).toSorted(),
    dependsOn: questions(dependsOn),
    isBounded: isBounded || applicability.isBounded,
    outcomes:
      only?.diagram && !only.table.isTechnique
        ? sortedShares(distributionOf(only.diagram), entry.alternatives)
        : undefined,
    techniques: tables
      .filter(({ table }) => table.isTechnique)
      .map((own) => techniqueSaid(own, questions)),
  };
}

function sortedShares(distribution: ReadonlyMap<number, number>, names: readonly string[]) {
  return [...distribution]
    .map(([mask, share]) => [namesOf(mask, names).toSorted().join(' '), share] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function techniqueSaid(own: JudgedTable, questions: (indexes: readonly number[]) => unknown) {
  return {
    id: own.table.alternatives[1],
    status: own.status,
    picked: own.status === 'settled' && own.picks !== 0,
    dependsOn: questions(own.dependsOn),
    share: own.diagram
      ? (distributionOf(own.diagram).get(own.table.picks[1] ?? 0) ?? 0)
      : undefined,
  };
}

function expected(judged: Judged, known: Truth) {
  const isOpen = known.status === 'open';
  const isSingle = !judged.tables.some(({ table }) => table.isTechnique);
  return {
    id: judged.entry.decision.id,
    applies: known.applies,
    appliesDependsOn: known.appliesDependsOn,
    appliesShare: expect.closeTo(known.applying / known.completions, 9),
    status: known.status,
    winners: known.winners,
    dependsOn: known.dependsOn,
    isBounded: false,
    outcomes:
      isOpen && isSingle
        ? [...known.outcomes]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([outcome, count]) => [outcome, expect.closeTo(count / known.completions, 9)])
        : undefined,
    techniques: judged.tables
      .filter(({ table }) => table.isTechnique)
      .map(({ table }) => {
        const id = table.alternatives[1] ?? '';
        const own = known.techniques.get(id);
        return {
          id,
          status: own?.status,
          picked: own?.picked,
          dependsOn: own?.dependsOn,
          share:
            own?.status === 'open'
              ? expect.closeTo((own?.picks ?? 0) / known.completions, 9)
              : undefined,
        };
      }),
  };
}
