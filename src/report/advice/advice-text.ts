import type { Advice } from '../../model/advice.ts';
import type { AdviceView } from './advice-view.ts';
import { longText } from './long-text.ts';
import { summaryText } from './summary-text.ts';

/** Advice as text: in full if requested or if decisions are named, else a summary or only the table. */
export function adviceText(advice: Advice, view: AdviceView): string {
  const isLong = view.detail === 'full' || (view.isSelection && view.detail !== 'brief');
  return isLong ? longText(advice, view) : summaryText(advice, view);
}
