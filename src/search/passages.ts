import type { Place } from '../model/condition.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern, Prose } from '../model/pattern.ts';
import type { Question } from '../model/question.ts';
import type { Kind } from '../names/named.ts';

/** A text that can be searched for, and what it is about. */
export interface Passage {
  readonly kind: Kind;
  /** Of what it is about. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** It names the thing: a title, a name or an alias. */
  readonly isName: boolean;
  readonly place: Place;
}

/** Everything that documents and YAML files say, piece by piece. */
export function passagesIn(knowledge: KnowledgeBase): Passage[] {
  const { patterns, decisions, questions, qualities, products } = knowledge;
  return [
    ...[...patterns.values()].flatMap(patternPassages),
    ...[...decisions.values()].flatMap(({ id, title, ask, aliases, place }) =>
      passages({ kind: 'decision', id, label: title, place }, [title, ...aliases], [ask]),
    ),
    ...[...questions.values()].flatMap(questionPassages),
    ...[...qualities.values()].flatMap(({ id, name, aliases, definition, place }) =>
      passages({ kind: 'quality', id, label: name, place }, [name, ...aliases], [definition]),
    ),
    ...[...products.values()].flatMap(({ id, name, aliases, about, place }) =>
      passages({ kind: 'product', id, label: name, place }, [name, ...aliases], [about]),
    ),
  ];
}

type Subject = Pick<Passage, 'kind' | 'id' | 'label' | 'place'>;

function passages(subject: Subject, names: readonly string[], texts: readonly string[]): Passage[] {
  return [
    ...names.map((text) => ({ ...subject, text, isName: true })),
    ...texts.map((text) => ({ ...subject, text, isName: false })),
  ];
}

/** A choice is found by its other words as well, and shown by its label. */
function questionPassages({ id, title, ask, help, aliases = [], choices, place }: Question) {
  const subject = { kind: 'question', id, label: title ?? ask, place } as const;
  const labels = choices.map((choice) => [choice.label, ...(choice.aliases ?? [])].join(', '));
  return passages(subject, [subject.label, ...aliases], [ask, help, ...labels]);
}

function patternPassages(pattern: Pattern): Passage[] {
  const { id, name, aliases, place } = pattern;
  const subject = { kind: 'pattern', id, label: name } as const;
  return [
    ...passages({ ...subject, place }, [name, ...aliases], []),
    ...proseIn(pattern).map(({ text, place: own }) => ({
      ...subject,
      text,
      place: own,
      isName: false,
    })),
  ];
}

function proseIn(pattern: Pattern): Pick<Prose, 'text' | 'place'>[] {
  const { summary, claims, evidence, types, useCases, mitigations, warningSigns } = pattern;
  const { requires, examples, others } = pattern;
  const products = types.map(({ name, products: names, place }) => ({
    text: [name, ...names].join(', '),
    place,
  }));
  const said = [summary, claims, evidence, useCases, mitigations, warningSigns, requires];
  return [...said.flat(), ...examples, ...others, ...products];
}
