import { questionsWeighedIn } from '../../common/weighing.ts';
import type { Decision, Reversal } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { conditionWords } from '../words/conditions.ts';
import { cardPlace, cardSection, cardText, cardTitle, type SubjectView } from './subject-view.ts';

const REVERSALS: Readonly<Record<Reversal, string>> = {
  days: 'changed within days',
  weeks: 'takes weeks to change',
  months: 'takes months to change',
  years: 'takes years to change',
};

/** What is decided, between which alternatives, and what it depends on. */
export function decisionCard(
  decision: Decision,
  knowledge: KnowledgeBase,
  { names, style }: SubjectView,
): string {
  const { id, title, ask, below, reversal, driving, appliesWhen, alternatives, place } = decision;
  const kind = below === undefined ? 'decision' : `decision below ${names.decision(below)}`;
  const section = (label: string, texts: readonly string[]) => cardSection(label, texts, style);
  const about = alternatives.map((each) => {
    const summary = knowledge.patterns.get(each.id)?.summary[0]?.text;
    return summary === undefined ? each.name : `${each.name}: ${summary}`;
  });
  const questions = questionsWeighedIn(decision, knowledge);
  const [first, second] = alternatives;
  return [
    ...cardTitle(title, kind, style),
    ...cardText(ask, style),
    '',
    ...section('Alternatives', about),
    ...section(
      'Applies when',
      appliesWhen.map(({ text }) => conditionWords(text, names)),
    ),
    ...section('Driven by', [driving.map(names.quality).join(', ')]),
    ...section('Asks about', [questions.map((each) => names.questionTitle(each.id)).join(', ')]),
    ...section('Reversal', reversal === undefined ? [] : [REVERSALS[reversal]]),
    ...section('Next', [
      `arch-advisor ask ${id}`,
      ...(first && second ? [`arch-advisor compare ${first.id} ${second.id}`] : []),
    ]),
    '',
    ...cardPlace(place, style),
    '',
  ].join('\n');
}
