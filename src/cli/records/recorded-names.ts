import { plain } from '../../common/text.ts';
import { presentRecord } from '../../knowledge/answers/present-record.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Names, plainNames } from '../../report/words/names.ts';
import type { FoundRecord } from './records-found.ts';

/** Names of today; an alternative that the knowledge no longer has is called as the records call it. */
export function namesWithRecords(found: readonly FoundRecord[], knowledge: KnowledgeBase): Names {
  const names = plainNames(knowledge);
  const recorded = new Map(
    found
      .flatMap((each) => (each.kind === 'usable' ? [presentRecord(each.record, knowledge)] : []))
      .flatMap(({ alternatives }) => alternatives)
      .map(({ alternative, name }) => [alternative, plain(name)]),
  );
  const alternative = (id: string) => {
    const name = names.alternative(id);
    return name === plain(id) ? (recorded.get(id) ?? name) : name;
  };
  return { ...names, alternative, alternatives: (ids) => ids.map(alternative).join(', ') };
}
