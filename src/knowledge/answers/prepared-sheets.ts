import { preparedFor } from '../../common/prepared.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { ReadAnswerSheet } from './answer-sheet.ts';

/** What each profile says, as a section; one that uses old ids has to be read again, to say so. */
export function packProfiles(sheets: ReadonlyMap<string, ReadAnswerSheet>): Map<string, string> {
  const current = [...sheets].filter(
    ([, { former, retired }]) => former.length + retired.length === 0,
  );
  return new Map(current.map(([profile, sheet]) => [sectionOf(profile), packed(sheet)]));
}

function packed({ former, retired, answers, pins, notes, ...rest }: ReadAnswerSheet): string {
  return JSON.stringify({ ...rest, answers: [...answers], pins: [...pins], notes: [...notes] });
}

/** What the build read of a profile, so that no reader of YAML is loaded for it. */
export function preparedSheet(
  profile: string,
  knowledge: KnowledgeBase,
): ReadAnswerSheet | undefined {
  const text = preparedFor(knowledge)?.(sectionOf(profile));
  if (text === undefined) return undefined;
  const { answers, pins, notes, ...rest } = JSON.parse(text);
  const sheet: AnswerSheet = {
    ...rest,
    answers: new Map(answers),
    pins: new Map(pins),
    notes: new Map(notes),
  };
  return { ...sheet, former: [], retired: [] };
}

function sectionOf(profile: string): string {
  return `profile ${profile}`;
}
