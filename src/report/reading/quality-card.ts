import { ratingsOf } from '../../common/ratings.ts';
import type { KnowledgeBase, Quality } from '../../model/knowledge.ts';
import { cardPlace, cardSection, cardText, cardTitle, type SubjectView } from './subject-view.ts';

/** What a quality means, the decisions that it drives, the answers that make it count, and what is best and worst at it. */
export function qualityCard(
  quality: Quality,
  knowledge: KnowledgeBase,
  { names, style }: SubjectView,
): string {
  const { id, name, aliases, definition, scale, place } = quality;
  const section = (label: string, texts: readonly string[]) => cardSection(label, texts, style);
  const { worst, neutral, best } = scale;
  const drives = [...knowledge.decisions.values()].filter(({ driving }) => driving.includes(id));
  const raised = [...knowledge.questions.values()].flatMap(({ id: question, choices }) =>
    choices
      .filter(({ weights }) => weights.has(id))
      .map(({ label }) => `"${label}" (${names.questionTitle(question)})`),
  );
  const rated = (sign: 1 | -1) =>
    [...knowledge.patterns.values()]
      .filter(({ claims }) => ratingsOf(claims).get(id)?.rating === 2 * sign)
      .map((pattern) => pattern.name);
  const joined = (texts: readonly string[]) => (texts.length === 0 ? [] : [texts.join(', ')]);
  return [
    ...cardTitle(name, 'quality', style),
    ...cardText(definition, style),
    '',
    ...section('At best', [best]),
    ...section('Neutral', [neutral]),
    ...section('At worst', [worst]),
    ...section('Also called', joined(aliases)),
    ...section('Drives', joined(drives.map(({ title }) => title))),
    ...section('Weighed by', joined(raised)),
    ...section('Strongest', joined(rated(1))),
    ...section('Weakest', joined(rated(-1))),
    '',
    ...cardPlace(place, style),
    '',
  ].join('\n');
}
