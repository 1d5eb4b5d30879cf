import type { RootContent } from 'mdast';
import { bullets, paragraph } from '../markdown/markdown.ts';
import { answerText } from './answers.ts';
import type { RecordView, Superseded } from './record-view.ts';
import { linkToFile } from './title.ts';

/** The record whose place this one takes, and what has changed since it was written; nothing if there is none. */
export function supersedesBlocks(view: RecordView): RootContent[] {
  const { supersedes } = view;
  if (supersedes === undefined) return [];
  return [
    paragraph(['Supersedes ', linkToFile(supersedes.file, supersedes.title)]),
    ...changedBlocks(supersedes, view),
  ];
}

function changedBlocks({ record }: Superseded, view: RecordView): RootContent[] {
  const { head, decision, names } = view;
  const ids = [...new Set([...Object.keys(record.answers), ...Object.keys(head.answers)])];
  const isChanged = (id: string) =>
    JSON.stringify(record.answers[id]) !== JSON.stringify(head.answers[id]);
  const before = { ...view, head: { ...head, answers: record.answers, implied: [] } };
  const changed = ids.filter(isChanged).map((id) => {
    const title = names.questionTitle(id);
    const [then, now] = [before, view].map((each) => valueIn(answerText(id, each), title));
    return `${title}: ${then} → ${now}`;
  });
  const more = [
    ...(decision.pinned && !record.pinned ? ['The choice is fixed in advance now.'] : []),
    ...knowledgeTexts(record.knowledge, head.knowledge),
  ];
  return [
    ...(changed.length === 0 ? [] : [paragraph('Answers that have changed since then:')]),
    ...bullets(changed),
    ...(more.length === 0 ? [] : [paragraph(more.join(' '))]),
  ];
}

/** Without the title of the question. */
function valueIn(text: string, title: string): string {
  return text.startsWith(`${title}: `) ? text.slice(title.length + 2) : 'not known';
}

type Knowledge = RecordView['head']['knowledge'];

function knowledgeTexts(before: Knowledge, now: Knowledge): string[] {
  if (before.sha256 === now.sha256) return [];
  return [
    before.version === now.version
      ? 'Its knowledge was an earlier state of the same version.'
      : `Its knowledge had version ${before.version}.`,
  ];
}
