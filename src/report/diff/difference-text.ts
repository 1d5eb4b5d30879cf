import { plain } from '../../common/text.ts';
import type { Difference, DifferenceSide } from '../../model/difference.ts';
import { aside, paragraph } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';
import { changedAnswerRows, oneSidedLines } from './changed-answer-rows.ts';
import {
  applicabilityRows,
  movedPickLines,
  onlyApplies,
  statusDifferenceRows,
} from './decision-differences.ts';
import type { DifferenceView } from './sides.ts';

/** The differences between two sets of advice: the counts, the changed answers, then each changed pick and why. */
export function differenceText(difference: Difference, view: DifferenceView): string {
  const { decisions } = difference;
  const moved = decisions.filter((each) => each.moved);
  const began = moved.filter(onlyApplies);
  const picked = moved.filter((each) => !onlyApplies(each));
  const others = decisions.filter((each) => !each.moved);
  const { width, palette } = view.style;
  const blocks = [
    [
      ...paragraph(palette.strong(headline(difference)), width),
      ...aside(sides(difference, view.style), view.style),
    ],
    changedAnswerRows(difference, view),
    oneSidedLines(difference, view),
    ...picked.map((each) => movedPickLines(each, difference, view)),
    applicabilityRows(began, view),
    statusDifferenceRows(others, difference, view),
    rest(difference, view),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The counts, in one sentence. */
function headline(difference: Difference): string {
  const { decisions, compared } = difference;
  const moved = decisions.filter((each) => each.moved).length;
  const status = decisions.length - moved;
  const changes = changesIn(difference);
  if (decisions.length + changes.length === 0) {
    return `No difference: all ${count(compared, 'pick')} and all answers are the same`;
  }
  const picks = `${moved} of ${count(compared, 'pick')} ${moved === 1 ? 'differs' : 'differ'}`;
  const only = status > 0 ? `, ${status} more only in status` : '';
  return `${picks}${only}; ${changes.join(', ')}`;
}

function changesIn({ answers, pins, before, after }: Difference): string[] {
  return [
    ...(answers.length > 0 ? [`${count(answers.length, 'answer')} changed`] : []),
    ...(pins.length > 0 ? [`${count(pins.length, 'pin')} changed`] : []),
    ...(before.knowledge.sha256 === after.knowledge.sha256 ? [] : ['the knowledge changed']),
  ];
}

/** `Online shop (old.yaml) → new.yaml`, with the versions of the knowledge where they differ. */
function sides({ before, after }: Difference, { glyphs }: Style): string {
  const { arrow } = glyphs;
  const isOneKnowledge = before.knowledge.sha256 === after.knowledge.sha256;
  const files =
    before.file === after.file ? nameOf(after) : `${nameOf(before)} ${arrow} ${nameOf(after)}`;
  const versions = [before, after].map(
    ({ knowledge }) => `${knowledge.version} (${knowledge.sha256.slice(0, 7)})`,
  );
  return `${files}, knowledge ${isOneKnowledge ? after.knowledge.version : versions.join(` ${arrow} `)}`;
}

function nameOf({ system, scope, file }: DifferenceSide): string {
  const called = [system, scope].filter((part) => part !== undefined).join(', ');
  return plain(called === '' ? file : `${called} (${file})`);
}

function rest({ compared, decisions }: Difference, { style }: DifferenceView): string[] {
  const same = compared - decisions.length;
  if (decisions.length === 0 || same === 0) return [];
  const text = same === 1 ? '1 decision is unchanged' : `${same} decisions are unchanged`;
  return aside(text, style);
}
