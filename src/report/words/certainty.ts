import { likelihoodOf } from '../../common/likelihood.ts';
import type { DecisionAdvice } from '../../model/advice.ts';
import type { Style } from '../layout/style.ts';
import { GLUE } from '../layout/style.ts';
import { listed, type Names } from './names.ts';
import { percent } from './numbers.ts';
import { upperFirst } from './sentences.ts';
import { APPLIES, statusWord } from './status.ts';

/** What says how sure a pick is; where the share is not known, an open one is only called open. */
export type Sure = Pick<DecisionAdvice, 'status' | 'pinned' | 'recommended'> &
  Partial<Pick<DecisionAdvice, 'applies' | 'share' | 'sampled' | 'rival' | 'firm' | 'joint'>>;

type Sign = 'settled' | 'open' | 'tied' | 'infeasible' | 'none';

/** How sure a pick is, with a sign: `● settled, narrow`, `○ likely 84%`. */
export function certaintyText(sure: Sure, names: Names, { glyphs, palette }: Style): string {
  const sign = signOf(sure);
  const words = certaintyWords(sure, names);
  switch (sign) {
    case 'settled':
      return palette.plus(`${glyphs.settled} ${words}`);
    case 'open':
      return palette.caution(`${glyphs.open} ${words}`);
    case 'tied':
      return palette.caution(`${glyphs.tied} ${words}`);
    case 'infeasible':
      return palette.minus(`${glyphs.infeasible} ${words}`);
    case 'none':
      return palette.faint(words);
    default:
      return sign satisfies never;
  }
}

function signOf({ status, applies, joint, recommended }: Sure): Sign {
  if (joint) return recommended.length === 0 ? 'none' : joint.certain ? 'settled' : 'open';
  if (status === 'not-applicable') return 'none';
  return applies === 'undecided' ? 'open' : status;
}

/** Two facts about a pick: whether unanswered questions can change it, and whether a different answer would. */
export function certaintyWords(sure: Sure, names: Names): string {
  const { applies, joint } = sure;
  if (joint) return jointWords(sure, joint, names);
  return `${applies === 'undecided' ? 'if it applies: ' : ''}${ownWords(sure, names)}`;
}

/** A pick that was changed is neither firm nor likely by itself. */
function jointWords(
  { recommended }: Sure,
  { certain, because, follows = [] }: NonNullable<Sure['joint']>,
  names: Names,
): string {
  const how =
    because.length > 0 ? 'changed to fit' : `follows ${listed(follows.map(names.decision), 'and')}`;
  if (recommended.length === 0) return `${APPLIES.no}, ${how}`;
  return `${certain ? 'settled' : 'open'}, ${how}`;
}

function ownWords(sure: Sure, names: Names): string {
  const { status, firm } = sure;
  switch (status) {
    case 'settled':
      return firm === undefined ? 'settled' : `settled,${GLUE}${firm ? 'firm' : 'narrow'}`;
    case 'open':
      return `${openWords(sure, names)}${firm === false ? ', narrow' : ''}`;
    case 'tied':
    case 'infeasible':
    case 'not-applicable':
      return statusWord(sure);
    default:
      return status satisfies never;
  }
}

const ALL = 1_000;

/**
 * `likely 84%`, or `at worst tied` where the pick always wins, but not always alone. Where another alternative wins more
 * often it is named: `unlikely 14%, Event-driven likelier`; one that would join the pick is `also likely`.
 */
function openWords({ share, sampled, rival }: Sure, names: Names): string {
  if (share === undefined) return 'open';
  if (share === ALL && !sampled) return `at${GLUE}worst${GLUE}tied`;
  const part = sampled ? aboutPercent(share) : percent(share);
  const word = rival?.beside ? `also${GLUE}likely` : 'likelier';
  const other =
    rival && rival.share > share ? `, ${names.alternative(rival.alternative)}${GLUE}${word}` : '';
  return `${likelihoodOf(share)}${GLUE}${part}${other}`;
}

const LEAST_ROUNDED = 10;

/** Of a sample, which may miss what is rare. */
function aboutPercent(share: number): string {
  const isRounded = share >= LEAST_ROUNDED && share <= ALL - LEAST_ROUNDED;
  return isRounded ? `about${GLUE}${percent(share)}` : percent(Math.min(share, ALL - 1));
}

/** What the words for certainty mean, as far as they were used. */
export function certaintyNotes(all: readonly Sure[]): string {
  const own = all.filter(({ joint }) => !joint);
  const hasFirm = own.some(({ status, firm }) => status === 'settled' && firm);
  const hasNarrow = own.some(isNarrow);
  const firm = 'changing any one of your answers keeps the pick';
  const narrow = hasFirm ? 'changing one can change it' : 'changing one answer can change the pick';
  const robust = [
    ...(hasFirm ? [`firm: ${firm}`] : []),
    ...(hasNarrow ? [`narrow: ${narrow}`] : []),
  ];
  return [
    ...(own.some(({ share }) => share !== undefined)
      ? ['Percentages: share of the ways to answer the open questions.']
      : []),
    ...(robust.length > 0 ? [`${upperFirst(robust.join('; '))}.`] : []),
  ].join(' ');
}

/** Whether it is printed as narrow. */
export function isNarrow({ status, firm, joint }: Sure): boolean {
  return (status === 'settled' || status === 'open') && firm === false && !joint;
}
