import type { RootContent } from 'mdast';
import { isDecided } from '../../common/decided.ts';
import type { Contrast, ContrastEntry } from '../../model/explanation.ts';
import { reasonTitle } from '../explain/answer-words.ts';
import { sharesText } from '../explain/shares-text.ts';
import { paragraph } from '../markdown/markdown.ts';
import { certaintyWords } from '../words/certainty.ts';
import { listed, type Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { ended } from '../words/sentences.ts';
import { possibleOptions } from './options.ts';
import type { RecordView } from './record-view.ts';
import { chosenOption } from './title.ts';

/** The pick and the main reasons for it, and how certain it is. */
export function outcomeBlocks(view: RecordView): RootContent[] {
  return [paragraph(`${chosenOption(view)}, because ${ended(reasonText(view))}`), certainty(view)];
}

function reasonText(view: RecordView): string {
  const { decision, explanation, names } = view;
  const { joint, pinned } = decision;
  if (pinned) return 'it was fixed in advance';
  if (joint !== undefined) return jointText(joint, names);
  if (possibleOptions(view).length === 1) return 'the answers rule out every other option';
  const contrasts = explanation.contrasts.filter(({ picked }) => picked !== false);
  const [contrast] = contrasts;
  if (explanation.several) return severalText(contrasts, names);
  return contrast === undefined ? 'no answer speaks for another option' : leadText(contrast, names);
}

type Joint = NonNullable<RecordView['decision']['joint']>;

function jointText({ because, follows = [], instead }: Joint, names: Names): string {
  if (because.length === 0) return `it follows from ${listed(follows.map(names.decision), 'and')}`;
  const others = instead.length === 0 ? 'nothing' : names.alternatives(instead);
  const why = because.map((each) => each.because);
  return `it has to fit the other decisions: ${listed(why, 'and')}; by itself, the choice would be ${others}`;
}

/** Reasons that are named. */
const MOST = 4;

function leadText({ lead, over, entries }: Contrast, names: Names): string {
  const rival = over === undefined ? 'the other options' : names.alternative(over.alternative);
  const pros = entries.filter(({ points }) => points > 0).slice(0, MOST);
  const listedPros = listed(
    pros.map((entry) => `${subjectOf(entry, names)} (+${entry.points})`),
    'and',
  );
  const why = pros.length === 0 ? '' : `, mainly for ${listedPros}`;
  if (lead > 0) return `it is ahead of ${rival} by ${count(lead, 'point')}${why}`;
  return `it is level with ${rival} and the simpler of the two${why}`;
}

function severalText(contrasts: readonly Contrast[], names: Names): string {
  if (contrasts.length === 0) return 'no technique is worth its costs here';
  const parts = contrasts.map(
    ({ alternative, lead }) => `${names.alternative(alternative)} (+${lead})`,
  );
  return `each is worth more than its costs here: ${listed(parts, 'and')}, in points`;
}

function subjectOf(entry: ContrastEntry, names: Names): string {
  if (entry.kind === 'quality') return names.quality(entry.quality);
  const titles = entry.because.map((reason) => reasonTitle(reason, names));
  return listed([...new Set(titles)], 'and');
}

function certainty({ decision, explanation, names }: RecordView): RootContent {
  const [shares] = sharesText(explanation, names);
  const isNarrowOrFirm = decision.firm !== undefined && decision.joint === undefined;
  const firm = isNarrowOrFirm ? FIRM[decision.firm ? 'firm' : 'narrow'] : '';
  const words = `Certainty when this was written: ${certaintyWords(decision, names)}${firm}.`;
  const more = isDecided(decision) || shares === undefined ? '' : ` Picked: ${shares}.`;
  return paragraph(`${words}${more}`);
}

const FIRM = {
  firm: ' (changing any one answer keeps the choice)',
  narrow: ' (changing one answer can change the choice)',
} as const;
