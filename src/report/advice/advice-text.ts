import type { Advice } from '../../model/advice.ts';
import type { AdviceView } from './advice-view.ts';
import { longText } from './long-text.ts';
import { summaryText } from './summary-text.ts';

/** Advice for reading: at length where that is wanted or decisions are named, else a summary or the table alone. */
export function adviceText(advice: Advice, view: AdviceView): string {
  const isLong = view.detail === 'full' || (view.isSelection && view.detail !== 'brief');
  return isLong ? longText(advice, view) : summaryText(advice, view);
}
