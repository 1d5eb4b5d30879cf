import type { List, RootContent } from 'mdast';
import { stopped } from '../explain/answer-words.ts';
import { bullets, type Item, paragraph } from '../markdown/markdown.ts';
import { listed } from '../words/names.ts';
import { answerText, isAnswered } from './answers.ts';
import type { RecordView } from './record-view.ts';
import { tellingQuestions } from './revisit.ts';

/** What is to be decided, the answers that count, with their notes, and what is not known. */
export function contextBlocks(view: RecordView): RootContent[] {
  const { knowledge, decision } = view;
  const counted = new Set([...countedQuestions(view), ...tellingQuestions(view)]);
  const given = [...knowledge.questions.keys()].filter(
    (id) => counted.has(id) && isAnswered(id, view),
  );
  const intro =
    given.length === 0 ? 'No answer counts for or against an option.' : 'The answers that count:';
  return [
    paragraph(decision.ask),
    ...systemBlocks(view),
    paragraph(intro),
    ...bullets(given.map((id) => answerItem(id, view))),
    ...unknownBlocks(view),
  ];
}

function systemBlocks({ head: { system, scope } }: RecordView): RootContent[] {
  if (system === undefined) return scope === undefined ? [] : [paragraph(`Scope: ${scope}`)];
  return [paragraph(`System: ${system}${scope === undefined ? '' : ` (${scope})`}`)];
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

function answerItem(id: string, view: RecordView): Item {
  const note = view.notes.get(id);
  const below: List[] = note === undefined ? [] : bullets([`Note: ${note}`]);
  return { line: answerText(id, view), below };
}

/** Open questions that are named. */
const MOST = 10;

function unknownBlocks({ decision, names }: RecordView): RootContent[] {
  const { dependsOn, appliesDependsOn = [] } = decision;
  const titles = (ids: readonly string[]) => listedSome(ids.map(names.questionTitle));
  const lines = [
    ...(dependsOn.length === 0
      ? []
      : [`Not known yet, and able to change the choice: ${titles(dependsOn)}`]),
    ...(appliesDependsOn.length === 0
      ? []
      : [
          `Whether this has to be decided at all depends on open questions: ${titles(appliesDependsOn)}`,
        ]),
  ];
  return lines.map((line) => paragraph(stopped(line)));
}

/** A single one is never left out. */
function listedSome(texts: readonly string[]): string {
  const more = texts.length - MOST;
  return more > 1 ? listed([...texts.slice(0, MOST), `${more} more`], 'and') : listed(texts, 'and');
}
