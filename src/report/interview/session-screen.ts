import type { Session } from '../../model/interview.ts';
import { answersScreen, statusScreen } from './list-screens.ts';
import { questionScreen, whyBelowChoices } from './question-screen.ts';
import type { Seen, SessionView } from './session-view.ts';
import { textScreen } from './text-screen.ts';
import { readingPages } from './why-pages.ts';

/** Whether there is more to read about the question behind the page that is shown. */
export function hasMorePages({ interview, screen }: Session, view: SessionView): boolean {
  const { at } = interview;
  if (at.kind === 'end' || screen.kind !== 'question' || !screen.isWhyShown) return false;
  const question = view.knowledge.questions.get(at.question);
  const seen: Seen = { ...view, interview };
  if (question === undefined || whyBelowChoices(question, screen, seen)) return false;
  return (screen.page ?? 0) + 1 < readingPages(question, seen).length;
}

/**
 * The lines of one terminal screen: at most one fewer than the terminal has, none wider than it, the keys last. From 40
 * columns and 10 rows on; none at all once the interview has ended.
 */
export function sessionScreen({ interview, screen }: Session, view: SessionView): string[] {
  const seen: Seen = { ...view, interview };
  const { at } = interview;
  if (at.kind === 'end') return [];
  switch (screen.kind) {
    case 'question': {
      const question = view.knowledge.questions.get(at.question);
      return question === undefined ? [] : questionScreen(question, screen, seen);
    }
    case 'answers':
      return answersScreen(screen, seen);
    case 'status':
      return statusScreen(screen, seen);
    case 'name':
    case 'note':
      return textScreen(screen, seen);
    default:
      return screen satisfies never;
  }
}
