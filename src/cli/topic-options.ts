import { type Command, InvalidArgumentError, Option } from 'commander';
import { QUICK_SHARE } from '../interview/quick-share.ts';
import type { Topic } from '../model/interview.ts';

/** What an interview is about, and when it ends. */
export interface TopicOptions {
  readonly decisions: readonly string[];
  /** The adaptive one where it is not given. */
  readonly order?: Topic['order'];
  /** In thousandths. */
  readonly quick?: number;
}

export function withTopicOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--order <order>',
        'what tells most first (the usual), or in the order of the document',
      ).choices(['adaptive', 'file']),
    )
    .addOption(
      new Option(
        '--quick [percent]',
        'end where each pick is settled or holds in this share of the ways to answer the rest, 50 to 100: likely, not proved',
      )
        .preset(String(QUICK_SHARE / PERCENT))
        .argParser(thousandths),
    );
}

export function topicIn({ decisions, order = 'adaptive', quick }: TopicOptions): Topic {
  return { decisions, order, ...(quick !== undefined && { quick }) };
}

/** The flags that give the same topic again; only what is not usual. */
export function topicFlags({ order = 'adaptive', quick }: TopicOptions): string[] {
  return [
    ...(order === 'adaptive' ? [] : [`--order ${order}`]),
    ...(quick === undefined ? [] : [`--quick=${quick / PERCENT}`]),
  ];
}

/** Thousandths in a percent. */
const PERCENT = 10;
const LEAST = 50;
const MOST = 100;

function thousandths(text: string): number {
  const percent = Number(text);
  if (/^\d+$/.test(text) && percent >= LEAST && percent <= MOST) return percent * PERCENT;
  throw new InvalidArgumentError(
    `It is no whole percentage from ${LEAST} to ${MOST} (write --quick=90 where decisions follow).`,
  );
}
