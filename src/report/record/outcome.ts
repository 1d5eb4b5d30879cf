import type { RootContent } from 'mdast';
import { isDecided } from '../../common/decided.ts';
import type { Contrast, ContrastEntry } from '../../model/explanation.ts';
import { sharesText } from '../explain/shares-text.ts';
import { paragraph } from '../markdown/markdown.ts';
import { certaintyWords, isNarrow } from '../words/certainty.ts';
import { listed, type Names, topicWords } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { ended } from '../words/sentences.ts';
import { possibleOptions } from './options.ts';
import type { RecordView } from './record-view.ts';
import { chosenOption } from './title.ts';
import { togetherText } from './together.ts';

/** The pick and the main reasons for it, and how certain it is. */
export function outcomeBlocks(view: RecordView): RootContent[] {
  const reason = reasonText(view);
  const note = /\d\b/.test(reason.points) ? ` ${POINTS}` : '';
  return [
    paragraph(`${chosenOption(view)}, because ${ended(`${reason.text}${reason.points}`)}${note}`),
    ...certainty(view),
  ];
}

const POINTS =
  'Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.';

/** Why it was chosen; with points if these are the reason. */
interface WhyChosen {
  readonly text: string;
  readonly points: string;
}

function reasonText(view: RecordView): WhyChosen {
  const { decision, explanation, names } = view;
  const contrasts = explanation.contrasts.filter(({ picked }) => picked !== false);
  const [contrast] = contrasts;
  if (decision.pinned)
    return { text: 'it was fixed in advance', points: pinnedText(contrast, names) };
  if (decision.joint !== undefined) return { text: togetherText(view), points: '' };
  if (decision.status === 'tied') return { text: 'they are level in points', points: '' };
  if (explanation.several) return severalText(contrasts, names);
  if (possibleOptions(view).length === 1) {
    return { text: 'the answers rule out every other option', points: '' };
  }
  if (contrast === undefined) return { text: 'no answer speaks for another option', points: '' };
  return leadText(contrast, names);
}

/** What the answers say of it. */
function pinnedText(contrast: Contrast | undefined, names: Names): string {
  const { lead = 0, over } = contrast ?? {};
  if (lead >= 0 || over === undefined) return '';
  return `; by the answers, ${names.alternative(over.alternative)} is ahead by ${count(-lead, 'point')}`;
}

/** Reasons that are named. */
const MOST = 4;

function leadText({ lead, over, entries }: Contrast, names: Names): WhyChosen {
  const rival = over === undefined ? 'the other options' : names.alternative(over.alternative);
  const pros = subjectsOf(entries, 1, names);
  const cons = subjectsOf(entries, -1, names);
  if (lead > 0) {
    const why = pros === '' ? '' : `, mainly for ${pros}`;
    return { text: `it is ahead of ${rival} by `, points: `${count(lead, 'point')}${why}` };
  }
  const balance = [pros && `for it count ${pros}`, cons && `against it ${cons}`];
  const points = balance.filter(Boolean).join(', ');
  return {
    text: `it is level with ${rival} and the simpler of the two`,
    points: points && `; ${points}`,
  };
}

/** `simplicity (+6), kind of data (+5) and consistency (+2)`; most points first. */
function subjectsOf(entries: readonly ContrastEntry[], sign: 1 | -1, names: Names): string {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    if (Math.sign(entry.points) !== sign) continue;
    const subject = subjectOf(entry, names);
    sums.set(subject, (sums.get(subject) ?? 0) + entry.points);
  }
  const largest = [...sums].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
  const signs = sign > 0 ? '+' : '−';
  return listed(
    largest.slice(0, MOST).map(([subject, points]) => `${subject} (${signs}${Math.abs(points)})`),
    'and',
  );
}

function subjectOf(entry: ContrastEntry, names: Names): string {
  if (entry.kind === 'quality') return names.quality(entry.quality);
  const titles = entry.because.map((reason) =>
    reason === 'base' ? 'in general' : topicWords(reason.question, names),
  );
  return [...new Set(titles)].join(' with ');
}

function severalText(contrasts: readonly Contrast[], names: Names): WhyChosen {
  const [first, ...others] = contrasts;
  if (first === undefined) return { text: 'nothing is worth its costs here', points: '' };
  if (others.length === 0) {
    return { text: 'it is worth its costs here, by ', points: count(first.lead, 'point') };
  }
  const parts = contrasts.map((each) => `${names.alternative(each.alternative)} (+${each.lead})`);
  return { text: 'each is worth its costs here, in points: ', points: listed(parts, 'and') };
}

/** Of a choice that was fixed there is nothing to say. */
function certainty(view: RecordView): RootContent[] {
  const { decision, explanation, names } = view;
  const { joint, pinned, applies } = decision;
  if (pinned) return [];
  const condition = applies === 'undecided' && !joint ? ', if this has to be decided at all' : '';
  const words = certaintyWords({ ...decision, applies: 'yes' }, names);
  const [shares] = sharesText(explanation, names);
  const isCounted = !isDecided(decision) && joint === undefined && shares !== undefined;
  return [
    paragraph(
      `Certainty when this was written${condition}: ${words}${firmText(view)}.${isCounted ? ` By option: ${shares}.` : ''}`,
    ),
  ];
}

/** What `firm` and `narrow` mean, where the words for certainty say so. */
function firmText({ decision, flips }: RecordView): string {
  if (isNarrow(decision)) {
    const isContradictory = flips.flips.every(({ contradicts }) => contradicts !== undefined);
    const limit = isContradictory ? ', but only to one that contradicts another' : '';
    return ` (changing one answer can change the choice${limit})`;
  }
  const isFirm = decision.status === 'settled' && decision.firm === true && !decision.joint;
  return isFirm ? ' (changing any one answer keeps the choice)' : '';
}
