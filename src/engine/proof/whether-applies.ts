import { appliesIn } from './applies.ts';
import { OPEN, type Sheet } from './codes.ts';
import type { Literal } from './dense-table.ts';
import { directedSheets, withoutLosers } from './directed.ts';
import { explore } from './explore.ts';
import { type Line, type Stop, uncontested } from './lines.ts';
import { noQuestions } from './questions.ts';
import { sceneOf } from './scene.ts';
import type { Situation } from './situation.ts';
import { bitsOf, NOT_APPLICABLE, outcomeOf } from './world.ts';

/** Whether a decision applies whatever is answered; undefined where that varies, or where it is not known. */
export function whetherApplies(line: Line, stop: Stop, situation: Situation): boolean | undefined {
  const { sheet, earlier, knownToApply } = situation;
  const certain = appliesIn(stop, sheet, earlier);
  if (certain !== undefined) return certain;
  const { condition } = stop.decision;
  const known = knownToApply.get(condition) ?? { applies: looked(line, stop, situation) };
  knownToApply.set(condition, known);
  return known.applies;
}

/** What is quick to see comes first: whether it varies, then whether a pick that is demanded can win at all. */
function looked(line: Line, stop: Stop, situation: Situation): boolean | undefined {
  const { sheet, earlier, winning } = situation;
  const bare = uncontested(line);
  if (variesWithParent(bare, situation)) return undefined;
  const refined = appliesIn(stop, sheet, withoutLosers(line, earlier, winning));
  if (refined !== undefined || variesByParents(bare, situation)) return refined;
  const scene = sceneOf(bare, undefined, situation);
  const { outcomes, isWhole } = explore(scene, noQuestions(sheet.length));
  return isWhole && outcomes.size === 1 ? !outcomes.has(NOT_APPLICABLE) : undefined;
}

/** The usual case, one pick of one decision that always applies: completions that do best for each of its racers. */
function variesWithParent(line: Line, { earlier, winning }: Situation): boolean {
  const [parent, stop, ...more] = line;
  const [contest] = parent?.contests ?? [];
  const [demand, ...others] = stop?.decision.appliesWhen.flat() ?? [];
  if (parent === undefined || contest === undefined || more.length > 0) return false;
  if (demand === undefined || 'literal' in demand || others.length > 0) return false;
  const judged = earlier.get(parent.decision.index);
  if (judged?.applies !== true) return false;
  if (contest.several) return false;
  const champions = winning.champions(contest, judged.contests[0]?.racers ?? 0);
  const isMet = [...champions.values()].map(({ winners }) => {
    const picks = bitsOf(winners, contest.bits);
    return demand.lists.every((list) => (list & picks) !== 0);
  });
  return isMet.includes(true) && isMet.includes(false);
}

/** Whether it applies under some answers that let the picks it hangs on win, and not under others. */
function variesByParents(line: Line, situation: Situation): boolean {
  const { sheet, earlier, winning } = situation;
  const literals = openLiterals(line, sheet);
  let first: number | undefined;
  for (const directed of [sheet, ...directedSheets(line, earlier, winning)]) {
    for (const full of bothWays(literals, completed(directed))) {
      const outcome = outcomeOf(line, full);
      first ??= outcome;
      if (outcome !== first) return true;
    }
  }
  return false;
}

/** With the first answer to whatever is open still. */
function completed(sheet: Sheet): Sheet {
  return sheet.map((code) => (code === OPEN ? 0 : code));
}

function openLiterals(line: Line, sheet: Sheet): Literal[] {
  const demands = line.at(-1)?.decision.appliesWhen.flat() ?? [];
  return demands.flatMap((demand) =>
    'literal' in demand && sheet[demand.literal.question] === OPEN ? [demand.literal] : [],
  );
}

/** Complete answers in which all of some literals are true, and in which none is. */
function bothWays(literals: readonly Literal[], sheet: Sheet): Sheet[] {
  if (literals.length === 0) return [sheet];
  return [0, 1].map((way) => {
    const full = sheet.slice();
    for (const { question, codes } of literals) full[question] = codes[way] ?? codes[0] ?? OPEN;
    return full;
  });
}
