import type { List, RootContent } from 'mdast';
import { answerWords } from '../explain/answer-words.ts';
import { bullets, type Item, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import type { RecordView } from './record-view.ts';
import { askedFor } from './title.ts';

/** What is to be decided, the answers that count, with their notes, and what is not known. */
export function contextBlocks(view: RecordView): RootContent[] {
  const { head, notes } = view;
  const counted = countedQuestions(view);
  const given = Object.keys(head.answers).filter((id) => counted.has(id) || notes.has(id));
  return [
    paragraph(askedFor(view)),
    ...(given.length === 0 ? [] : [paragraph('These answers were given:')]),
    ...bullets(given.map((id) => answerItem(id, view))),
    ...unknownBlocks(view),
  ];
}

/** The questions whose answers give points to an alternative or rule one out. */
function countedQuestions({ decision }: RecordView): Set<string> {
  return new Set(
    decision.ranking.flatMap(({ contributions, excludedBy }) => [
      ...contributions
        .flatMap(({ because }) => because)
        .flatMap((reason) => (reason === 'base' ? [] : [reason.question])),
      ...excludedBy.flatMap(({ because }) =>
        because.split('&').map((term) => term.split(':')[0]?.trim() ?? ''),
      ),
    ]),
  );
}

function answerItem(id: string, { head, names, notes }: RecordView): Item {
  const note = notes.get(id);
  const below: List[] = note === undefined ? [] : bullets([`Note: ${note}`]);
  return { line: answerWords(id, head.answers, names), below };
}

function unknownBlocks({ decision, names }: RecordView): RootContent[] {
  const { dependsOn, appliesDependsOn = [] } = decision;
  const titles = (ids: readonly string[]) => listed(ids.map(names.questionTitle), 'and');
  return [
    ...(dependsOn.length === 0
      ? []
      : [paragraph(`Not known yet, and able to change the choice: ${titles(dependsOn)}.`)]),
    ...(appliesDependsOn.length === 0
      ? []
      : [
          paragraph(
            `Whether this has to be decided at all is still open; it depends on ${titles(appliesDependsOn)}.`,
          ),
        ]),
  ];
}
