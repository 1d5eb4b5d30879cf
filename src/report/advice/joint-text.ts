import { plain } from '../../common/text.ts';
import type { Advice, DecisionAdvice, JointChange } from '../../model/advice.ts';
import { labelled, paragraph, rows, WIDE_LABEL } from '../layout/layout.ts';
import { type References, references } from '../layout/references.ts';
import { certaintyWords, type Sure } from '../words/certainty.ts';
import { listed, type Names } from '../words/names.ts';
import { APPLIES } from '../words/status.ts';
import { lossText, turnText } from '../words/turns.ts';
import type { AdviceView } from './advice-view.ts';
import { conflictText } from './conflicts-text.ts';

type Seen = Pick<AdviceView, 'names' | 'style'>;

/** A decision whose pick may be changed to fit others, with the certainty of its own pick. */
type Changed = Sure & Pick<DecisionAdvice, 'title'>;

/** Below a table: which picks were changed to be compatible, why, and at what cost; nothing if none was. */
export function jointLines({ decisions }: Pick<Advice, 'decisions'>, view: Seen): string[] {
  const { style } = view;
  const notes = references(style);
  const lines = decisions.flatMap((decision) => {
    const texts = jointTexts(decision, view, notes);
    return texts.length === 0
      ? []
      : rows(
          [
            [
              { text: '', width: 2 },
              { text: style.glyphs.arrow, width: 2 },
              { text: `${plain(decision.title)}: ${texts.join(' ')}` },
            ],
          ],
          style.width,
        );
  });
  if (lines.length === 0) return [];
  const title = style.palette.strong('Changed to fit the other picks');
  return [
    '',
    ...paragraph(title, style.width, 2),
    ...lines,
    ...paragraph(notes.list(), style.width, 4),
  ];
}

/** At a decision: how its pick was changed, and how certain its own pick was. */
export function jointLabels(decision: Changed, view: Seen, notes: References): string[] {
  const { joint } = decision;
  if (joint === undefined) return [];
  const layout = { width: view.style.width, column: WIDE_LABEL };
  return [
    ...labelled('Changed', [jointTexts(decision, view, notes).join(' ')], layout),
    ...labelled('On its own', [plain(ownWords(decision, joint, view.names))], layout),
  ];
}

/** The change in a phrase, then each combination that the decision's own pick would break. */
function jointTexts(decision: Changed, view: Seen, notes: References): string[] {
  const { joint } = decision;
  if (joint === undefined) return [];
  const broken = joint.because.map((conflict) => `${conflictText(conflict, view, notes)}.`);
  return [`${plain(changeWords(decision, joint, view.names))}.`, ...broken];
}

/** What the change comes to, in a phrase. */
export function changeWords(
  { recommended }: Changed,
  { instead, because, follows = [], loses }: JointChange,
  names: Names,
): string {
  const cost = loses === undefined ? '' : `, ${lossText(loses)}`;
  const turn =
    recommended.length === 0
      ? `${APPLIES.no} now`
      : instead.length === 0
        ? `${names.alternatives(recommended)}, because the decision now applies`
        : turnText({ from: instead, to: recommended }, names);
  const followed = listed(follows.map(names.decision), 'and');
  return `${turn}${cost}${because.length === 0 ? `; it follows ${followed}` : ''}`;
}

/** How certain its own pick was: `Choreography: settled, narrow`. */
export function ownWords(
  { joint: _, ...decision }: Changed,
  { instead }: JointChange,
  names: Names,
): string {
  const own = { ...decision, recommended: instead };
  const words = certaintyWords(own, names);
  return instead.length === 0 ? words : `${names.alternatives(instead)}: ${words}`;
}
