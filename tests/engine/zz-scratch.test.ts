import fc from 'fast-check';
import { test } from 'vitest';
import { cases, pinnedCases, knowledgeIn, situationIn, type Case } from '../support/engine-arbitraries.ts';
import { bruteForce, completionsOf } from '../support/engine-brute-force.ts';
import { conditionOf } from '../support/engine-builders.ts';

const conds = (c: Case) => c.spec.patterns.flatMap(p => [...(p.useWhen ?? []), ...(p.avoidWhen ?? []), ...(p.ruledOutWhen ?? [])]);
const subj = (t: string) => [...new Set(conditionOf(t.replace(' (strong)','')).terms.map(x => x.subject))];
function features(c: Case) {
  const open = new Set(c.spec.questions.map(q => q.id).filter(id => !(id in c.answers)));
  const truth = bruteForce(knowledgeIn(c), situationIn(c));
  const q = new Map(c.spec.questions.map(x => [x.id, x]));
  const d = new Map(c.spec.decisions.map(x => [x.id, x]));
  const f: string[] = [];
  const k = (b: boolean, s: string) => { if (b) f.push(s); };
  k(conds(c).some(t => subj(t).filter(x => open.has(x)).length >= 3), 'open interaction of three');
  const parentsOf = (id: string) => (d.get(id)?.appliesWhen ?? []).flatMap(t => subj(t)).filter(s => d.has(s));
  const children = c.spec.decisions.filter(x => parentsOf(x.id).length > 0);
  k(children.length > 0, 'children');
  k(children.some(x => parentsOf(x.id).some(p => truth.get(p)?.status === 'tied')), 'tied parent');
  k(children.some(x => parentsOf(x.id).some(p => truth.get(p)?.status === 'infeasible')), 'infeasible parent');
  k(children.some(x => parentsOf(x.id).some(p => truth.get(p)?.status === 'open')), 'open parent');
  k(children.some(x => parentsOf(x.id).some(p => d.get(p)?.several)), 'several parent');
  k(children.some(x => parentsOf(x.id).some(p => d.get(p)?.several && truth.get(p)?.status === 'open')), 'open several parent');
  k(children.some(x => parentsOf(x.id).some(p => parentsOf(p).length > 0)), 'grandchild');
  k(children.some(x => parentsOf(x.id).some(p => parentsOf(p).some(g => parentsOf(g).length>0))), 'great-grandchild');
  k(children.some(x => c.pins[x.id]), 'pinned child');
  k(children.some(x => parentsOf(x.id).some(p => c.pins[p])), 'pinned parent');
  k(children.some(x => parentsOf(x.id).some(p => c.pins[p] && truth.get(p)?.status === 'open')), 'parent with pin possibly ruled out');
  k(children.some(x => parentsOf(x.id).some(p => c.pins[p] && truth.get(p)?.status === 'infeasible')), 'parent with pin ruled out');
  const hard = c.spec.patterns.flatMap(p => p.ruledOutWhen ?? []).flatMap(subj).map(s => q.get(s));
  k(hard.some(x => x?.several && x.limit), 'limit in hard');
  k(hard.some(x => x?.several && x.exclusive), 'exclusive in hard');
  k(hard.some(x => x?.several && x.exclusive && open.has(x.id)), 'open exclusive in hard');
  k(hard.some(x => x?.several && x.limit && open.has(x.id)), 'open limit in hard');
  k(conds(c).some(t => { const s = conditionOf(t).terms.map(x => x.subject); return new Set(s).size < s.length; }), 'question twice');
  k([...truth].some(([id, t]) => t.status === 'not-applicable'), 'n/a');
  k(c.spec.decisions.some(x => !x.several && truth.get(x.id)?.status === 'open' && x.alternatives.some(a => c.spec.patterns.find(p => p.id === a)?.ruledOutWhen?.some(t => subj(t).some(s => open.has(s))))), 'open with open hard');
  k(c.spec.decisions.some(x => x.several && x.alternatives.some(a => (c.spec.patterns.find(p => p.id === a)?.useWhen ?? []).filter(t => subj(t).some(s => open.has(s))).length>=2)), 'technique with two open reasons');
  k(completionsOf(knowledgeIn(c), situationIn(c)).worlds.length >= 100, '>=100 worlds');
  k(new Set(conds(c).flatMap(subj)).size === 0, 'no conditions');
  return f;
}
test('a', () => {
  for (const [n, arb] of [['cases', cases], ['pinned', pinnedCases]] as const) {
    const m = new Map<string, number>(); let w = 0; const st: Record<string, number> = {};
    for (const c of fc.sample(arb, { numRuns: 2000, seed: 3 })) { for (const f of features(c)) m.set(f, (m.get(f) ?? 0) + 1);
      w = Math.max(w, completionsOf(knowledgeIn(c), situationIn(c)).worlds.length);
      for (const t of bruteForce(knowledgeIn(c), situationIn(c)).values()) st[t.status] = (st[t.status] ?? 0) + 1; }
    console.log(n, w, JSON.stringify(st), JSON.stringify(Object.fromEntries(m), null, 1));
  }
});
