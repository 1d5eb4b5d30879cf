import type { Answers, Pins } from '../../model/answers.ts';
import type { JointPick } from '../../model/merged.ts';
import type { Verdict } from '../../model/verdict.ts';
import { verdictsOn } from '../advice/verdicts.ts';
import { PICKS } from '../decide/judge-table.ts';
import { ownIn } from './common-ground.ts';
import type { MergeBasis } from './decision-dispute.ts';

/** Where the recommendation differs from what a decision would pick by itself: on the common ground, and for each file. */
export function jointPicksOf({ knowledge, request, ground, common }: MergeBasis): JointPick[] {
  const verdicts = verdictsOn(knowledge, [], PICKS);
  const found = jointIn(verdicts(common, ground.pins));
  for (const { file, sheet } of request.people) {
    const answers: Answers = new Map([...common, ...ownIn(ground.disputes, sheet.answers)]);
    const pins: Pins = new Map([...ground.pins, ...ownIn(ground.pinDisputes, sheet.pins)]);
    for (const pick of jointIn(verdicts(answers, pins))) addFile(found, pick, file);
  }
  const order = [...knowledge.decisions.keys()];
  return found.sort((a, b) => order.indexOf(a.decision) - order.indexOf(b.decision));
}

function jointIn(verdicts: readonly Verdict[]): JointPick[] {
  return verdicts.flatMap(({ id: decision, recommended, joint }) =>
    joint ? [{ decision, recommended, joint }] : [],
  );
}

/** Files to which the same is recommended in place of the same stand together. */
function addFile(found: JointPick[], pick: JointPick, file: string): void {
  const at = found.findIndex((each) => each.files && keyOf(each) === keyOf(pick));
  const { files = [], ...known } = found[at] ?? pick;
  const joined = { ...known, files: [...files, file] };
  if (at < 0) found.push(joined);
  else found[at] = joined;
}

function keyOf({ decision, recommended, joint }: JointPick): string {
  return [decision, recommended.join(), joint.instead.join()].join(' ');
}
