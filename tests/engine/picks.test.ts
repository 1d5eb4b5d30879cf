import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import {
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import type { TechniqueTruth, Truth } from '../support/engine-brute-force.ts';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { firmIn } from '../support/engine-firm.ts';
import { picksBy } from '../support/engine-picks.ts';
import { adviceIn, adviceOn, decisionIn, truthIn } from '../support/engine-runs.ts';
import { shareOf, sharesBy, thousandthsOf } from '../support/engine-shares.ts';
import { wideCases } from '../support/engine-wide-cases.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

/** A decision as it was advised on, and what is true of it. */
interface Advised {
  readonly each: Case;
  readonly advice: DecisionAdvice;
  readonly truth: Truth;
  readonly pick: readonly string[];
  readonly isFirm: boolean;
}

const advisedIn = oncePerCase((each: Case): Advised[] => {
  const knowledge = knowledgeIn(each);
  const truths = truthIn(each);
  const picks = picksBy(knowledge, situationIn(each));
  const firm = firmIn(knowledge, situationIn(each));
  return adviceIn(each).map((advice) => {
    const [truth, pick] = [truths.get(advice.id), picks.get(advice.id)];
    if (truth === undefined || pick === undefined) throw new Error(`unknown ${advice.id}`);
    return { each, advice, truth, pick, isFirm: firm.includes(advice.id) };
  });
});

describe.each([
  ['without pins', cases, numRuns],
  ['with pins', pinnedCases, numRuns],
  ['with a question that has over 100 legal answers', wideCases, Math.ceil(numRuns / 3)],
])('%s', (_, arbitrary, runs) => {
  function property(claim: (advised: Advised) => void): void {
    fc.assert(
      fc.property(arbitrary, (each) => advisedIn(each).forEach(claim)),
      { numRuns: runs },
    );
  }

  test('status, what it depends on and whether it applies are those of looking at every completion', () => {
    property(({ each, advice, truth }) => {
      const { status, dependsOn, applies, appliesDependsOn = [], dependsOnBounded } = advice;
      expect({ status, dependsOn, applies, appliesDependsOn, dependsOnBounded }).toEqual({
        status: truth.status,
        dependsOn: truth.dependsOn,
        applies: truth.applies,
        appliesDependsOn: truth.appliesDependsOn,
      });
      expect(advice.pinned).toBe(advice.id in each.pins);
    });
  });

  test('what is recommended has won in every completion, or leads in score while that varies', () => {
    property(({ advice: { id, status, recommended }, truth, pick }) => {
      expect([id, recommended]).toEqual([id, status === 'not-applicable' ? [] : pick]);
      if (status === 'settled' || status === 'tied') {
        expect(recommended.toSorted()).toEqual(truth.winners);
      }
    });
  });

  test('a pinned decision recommends its pin unless that is certainly ruled out', () => {
    property(({ each, advice: { id, status, recommended } }) => {
      const pin = each.pins[id];
      if (pin === undefined) return;
      expect(recommended.toSorted()).toEqual(status === 'infeasible' ? [] : pin.toSorted());
    });
  });

  test('each technique has the status, pick, dependsOn and share of looking at every completion', () => {
    property(({ advice, truth }) => {
      if (advice.pinned || advice.status === 'not-applicable') return;
      for (const [id, known] of truth.techniques) {
        const own = advice.ranking.find(({ alternative }) => alternative === id);
        expect({ id, ...techniqueIn(own) }).toEqual({ id, ...expectedIn(own, known, truth) });
      }
    });
  });

  test('where several may be picked, those marked are those recommended, and the baseline is where no technique is', () => {
    property(({ each, advice: { id, status, recommended, ranking, pinned } }) => {
      const { several, baseline } = decisionIn(knowledgeIn(each), id);
      if (!several) return;
      const marked = ranking.filter(({ picked }) => picked).map(({ alternative }) => alternative);
      expect(marked.toSorted()).toEqual(recommended.toSorted());
      if (baseline === undefined || pinned || status === 'not-applicable') return;
      const techniques = recommended.filter((alternative) => alternative !== baseline);
      expect(recommended.includes(baseline)).toBe(techniques.length === 0);
    });
  });

  test('the share of an open pick is its part of all completions; of several picks that of the least sure one', () => {
    property(({ advice, truth }) => {
      const { id, share, sampled } = advice;
      const isShown = advice.status === 'open' && !advice.pinned;
      expect({ id, share, sampled }).toEqual({
        ...{ id, sampled: undefined },
        share: isShown ? expectedShare(advice, truth) : undefined,
      });
    });
  });

  test('the rival of an open pick is the other alternative that wins most often; of several picks one that wins in more than half', () => {
    property(({ each, advice, truth }) => {
      const { id, status, pinned, recommended, rival } = advice;
      const decision = decisionIn(knowledgeIn(each), id);
      const least = decision.several ? 500 : 0;
      const [best] = sharesBy(truth.outcomes, decision, pinned)
        .shares.filter(({ alternative }) => !recommended.includes(alternative))
        .filter(({ share }) => share > least)
        .toSorted((a, b) => b.share - a.share);
      const expected = best && { ...best, ...besideSome(decision, recommended) };
      expect([id, rival]).toEqual([id, status === 'open' && !pinned ? expected : undefined]);
    });
  });

  test('a pick is firm if no single different answer to an answered question changes it', () => {
    const seen = { firm: 0, narrow: 0 };
    property(({ advice, isFirm }) => {
      const { id, firm } = advice;
      expect([id, firm]).toEqual([id, mayFlip(advice) ? isFirm : undefined]);
      if (mayFlip(advice)) seen[isFirm ? 'firm' : 'narrow'] += 1;
    });
    expect(Math.min(seen.firm, seen.narrow)).toBeGreaterThan(runs / 10);
  });

  test('a decision applies as picked by the answers given and what leads, looked up word by word', () => {
    property(({ each, advice: { id, applies, appliesAsPicked } }) => {
      const isMarked = applies === 'undecided' && isAppliedAsPicked(id, each);
      expect([id, appliesAsPicked]).toEqual([id, isMarked ? true : undefined]);
    });
  });
});

function techniqueIn(own: RankedAlternative | undefined) {
  const { status, dependsOn, share, picked } = own ?? {};
  return { status, dependsOn, share, picked: status === 'settled' && picked };
}

function expectedIn(own: RankedAlternative | undefined, known: TechniqueTruth, truth: Truth) {
  const { picks: _, ...rest } = known;
  const share = known.status === 'open' ? shareNow(known, truth, own?.picked) : undefined;
  return { ...rest, share };
}

/** Only a pick that was weighed can flip. */
function mayFlip({ pinned, status }: DecisionAdvice): boolean {
  return !pinned && status !== 'not-applicable' && status !== 'infeasible';
}

describe('a share that is neither nothing nor all', () => {
  const ids = Array.from({ length: 11 }, (_, index) => `q${index}`);
  const all = ids.map((id) => `${id}: yes`);

  function shareWhere(ruledOutWhen: readonly string[]): unknown {
    const spec: KnowledgeSpec = {
      qualities: { ease: 1 },
      questions: ids.map((id) => ({ id, choices: { no: {}, yes: {} } })),
      patterns: [
        { id: 'plain', rates: { ease: [1] }, ruledOutWhen },
        { id: 'other', rates: { ease: [-1] } },
      ],
      decisions: [{ id: 'way', alternatives: ['plain', 'other'], driving: ['ease'] }],
    };
    const [way] = adviceOn({ spec, answers: {}, pins: {} });
    return { status: way?.status, recommended: way?.recommended, share: way?.share };
  }

  test('is not rounded up to all where a pick fails in 1 of 2,048 completions', () => {
    const expected = { status: 'open', recommended: ['plain'], share: 999 };
    expect(shareWhere([all.join(' & ')])).toEqual(expected);
  });

  test('is not rounded down to nothing where a pick stands in 1 of 2,048 completions', () => {
    expect(shareWhere(all)).toEqual({ status: 'open', recommended: ['plain'], share: 1 });
  });
});

/** Of its state now: picked, or not. */
function shareNow(
  { picks }: TechniqueTruth,
  { completions }: Truth,
  isPicked: boolean | undefined,
): number {
  return thousandthsOf(isPicked ? picks : completions - picks, completions);
}

function expectedShare({ recommended, ranking }: DecisionAdvice, truth: Truth): number {
  if (truth.techniques.size === 0) {
    return shareOf(truth.outcomes, (outcome) => {
      const winners = outcome.split(' ');
      return recommended.every((id) => winners.includes(id));
    });
  }
  const shares = [...truth.techniques].map(([technique, known]) => {
    const own = ranking.find(({ alternative }) => alternative === technique);
    return shareNow(known, truth, own?.picked);
  });
  return Math.min(...shares);
}

function isAppliedAsPicked(id: string, each: Case): boolean {
  const knowledge = knowledgeIn(each);
  const advice = advisedIn(each).find((advised) => advised.advice.id === id)?.advice;
  if (advice?.applies !== 'undecided') return advice?.applies === 'yes';
  const saidOf = (subject: string): readonly string[] => {
    if (!knowledge.decisions.has(subject)) return each.answers[subject] ?? [];
    const parent = advisedIn(each).find((advised) => advised.advice.id === subject)?.advice;
    return parent && isAppliedAsPicked(subject, each) ? parent.recommended : [];
  };
  const holds = ({ terms }: Condition) =>
    terms.every(({ subject, choices }) =>
      choices.some((choice) => saidOf(subject).includes(choice)),
    );
  return decisionIn(knowledge, id).appliesWhen.some(holds);
}

/** Where several may be picked and some are, another one joins them. */
function besideSome({ several, baseline }: Decision, recommended: readonly string[]) {
  const isSome = several && recommended.some((pick) => pick !== baseline);
  return isSome ? { beside: true } : {};
}
