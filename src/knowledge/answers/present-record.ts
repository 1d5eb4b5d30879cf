import type { KnowledgeBase } from '../../model/knowledge.ts';
import type {
  RecordedAlternative,
  RecordedDecision,
  RecordedPoints,
  RecordedRule,
  Trigger,
} from '../../model/record.ts';
import { presentSubject, underPresentIds } from './present-ids.ts';

/** The ids of a record as today's knowledge has them; what was never renamed stays as it is. Its answers and pins do, too. */
export function presentRecord(
  record: RecordedDecision,
  knowledge: KnowledgeBase,
): RecordedDecision {
  const { decision, recommended, dependsOn, alternatives, revisit } = record;
  const names = namesIn(decision, knowledge);
  return {
    ...record,
    decision: presentSubject(knowledge, 'decision', decision),
    recommended: recommended.map(names.alternative),
    ...(dependsOn && { dependsOn: dependsOn.map(names.question) }),
    alternatives: alternatives.map((each) => presentAlternative(each, names)),
    revisit: revisit.map((each) => presentTrigger(each, names)),
  };
}

/** What something is called today, by what a record calls it. */
interface PresentNames {
  readonly alternative: (id: string) => string;
  readonly question: (id: string) => string;
  /** One choice of a question, by the question's old id. */
  readonly choice: (question: string, id: string) => string;
}

function namesIn(decision: string, knowledge: KnowledgeBase): PresentNames {
  const part = (subject: 'question' | 'decision', id: string, raw: string) => {
    const present = underPresentIds(knowledge, subject, { id, raw }).raw;
    return typeof present === 'string' ? present : raw;
  };
  return {
    alternative: (id) => part('decision', decision, id),
    question: (id) => presentSubject(knowledge, 'question', id),
    choice: (question, id) => part('question', question, id),
  };
}

function presentAlternative(
  { ruledOut, points, ...each }: RecordedAlternative,
  names: PresentNames,
): RecordedAlternative {
  return {
    ...each,
    alternative: names.alternative(each.alternative),
    ...(ruledOut && { ruledOut: ruledOut.map((rule) => presentRule(rule, names)) }),
    points: points.map((own) => presentPoints(own, names)),
  };
}

/** A condition as a document writes it, `question: choice | choice & question: choice`, with its blanks as they are. */
function presentRule(rule: RecordedRule, { question, choice }: PresentNames): RecordedRule {
  const terms = rule.because.split('&').map((term) => {
    const [subject = '', list] = term.split(':');
    const id = subject.trim();
    const now = subject.replace(id, () => question(id));
    return list === undefined
      ? now
      : `${now}:${list.replace(/[^|\s]+/g, (own) => choice(id, own))}`;
  });
  return { ...rule, because: terms.join('&') };
}

/** Reasons are words: `base`, `question=choice`, or `question`. */
function presentPoints(points: RecordedPoints, { question, choice }: PresentNames): RecordedPoints {
  const because = points.because.map((word) => {
    const [subject = '', part] = word.split('=');
    const id = question(subject);
    return part === undefined ? id : `${id}=${choice(subject, part)}`;
  });
  return { ...points, because };
}

function presentTrigger(
  trigger: Trigger,
  { alternative, question, choice }: PresentNames,
): Trigger {
  const said = (id: string, raw: string | readonly string[]) =>
    typeof raw === 'string' ? choice(id, raw) : raw.map((each) => choice(id, each));
  return {
    ...trigger,
    changes: trigger.changes.map(({ question: id, from, to }) => ({
      question: question(id),
      ...(from !== undefined && { from: said(id, from) }),
      to: said(id, to),
    })),
    recommended: trigger.recommended.map(alternative),
  };
}
