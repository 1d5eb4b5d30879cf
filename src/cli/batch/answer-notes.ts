import { count } from '../../report/words/numbers.ts';
import type { Context } from '../context.ts';

/** Counts the lines whose answers contradict each other, or ask for what is not covered, to print both once; a summary lists the latter. */
export function answerNotes() {
  let [contradictory, notCovered] = [0, 0];
  return {
    contradiction: (): void => {
      contradictory += 1;
    },
    notCovered: (): void => {
      notCovered += 1;
    },
    remark: ({ remark }: Pick<Context, 'remark'>, isSummed: boolean): void => {
      if (contradictory > 0) {
        const lines = count(contradictory, 'line has answers', 'lines have answers');
        remark(`${lines} that contradict each other; --full shows which\n`);
      }
      if (notCovered > 0 && !isSummed) {
        const lines = count(notCovered, 'line asks', 'lines ask');
        remark(`${lines} for something that is not covered; --full shows what\n`);
      }
    },
  };
}
