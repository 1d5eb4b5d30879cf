import { NONE } from '../../src/common/answers.ts';
import { LazyMap } from '../../src/common/lazy.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** Stands before each id of marked knowledge, so that no word of a sentence can be taken for an id. */
const MARK = 'x9-';

/** The id that marked knowledge has instead; the choice that says "none of these" has a meaning of its own. */
export function marked(id: string): string {
  return id === NONE ? id : `${MARK}${id}`;
}

const IDS = new Set([
  ...['id', 'group', 'subject', 'question', 'quality', 'below', 'baseline', 'target'],
]);
const LISTS = new Set(['choices', 'excludes', 'raises', 'driving', 'qualities']);
const KEYED = new Set(['qualities', 'questions', 'decisions', 'patterns', 'weights']);

/**
 * The same knowledge with an unmistakable id for everything; titles, labels and sentences stay as they are. It has no
 * profiles, and nothing in it was renamed.
 */
export function withMarkedIds(knowledge: KnowledgeBase): KnowledgeBase {
  const { sources, profiles: _, renamed: __, retired: ___, ...rest } = knowledge;
  const text = JSON.stringify(rest, withMarks);
  return { ...JSON.parse(text, withMaps), sources, profiles: new Map(), renamed: [], retired: [] };
}

function withMarks(field: string, value: unknown): unknown {
  if (typeof value === 'string') return IDS.has(field) ? marked(value) : value;
  if (value instanceof Map || value instanceof LazyMap) {
    const entries = [...value].map(([key, each]) => [KEYED.has(field) ? marked(key) : key, each]);
    return { map: entries };
  }
  if (Array.isArray(value) && LISTS.has(field)) {
    return value.map((each) => (typeof each === 'string' ? marked(each) : each));
  }
  return isObject(value) ? { ...value, ...textOf(value) } : value;
}

/** Conditions, and what a pattern brings up, hold ids in their text as well. */
function textOf({ terms, target, text }: Readonly<Record<string, unknown>>): { text?: string } {
  if (Array.isArray(terms)) return { text: terms.map(termText).join(' & ') };
  if (typeof target !== 'string' || typeof text !== 'string') return {};
  return { text: text.replace(target, marked(target)) };
}

function termText({ subject, choices }: { subject: string; choices: readonly string[] }): string {
  return `${marked(subject)}: ${choices.map(marked).join(' | ')}`;
}

function withMaps(_field: string, value: unknown): unknown {
  return isObject(value) && Array.isArray(value.map) ? new Map(value.map) : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The flags that give the answers of a sheet under marked ids. */
export function markedFlags(answers: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(answers).flatMap(([question, answer]) => {
    const said = [answer].flat().map((each) => (typeof each === 'string' ? marked(each) : each));
    return ['--set', `${marked(question)}=${said.join()}`];
  });
}

const ID = `${MARK}[a-z0-9-]+`;
const COMMAND = 'ask|recommend|adr|verify|report|explain|flip|show|compare|next|list';

/** What a reader may copy: a command with its arguments and options, and an option by itself. */
const COPIED = [
  new RegExp(`--[a-z-]+[= ]${ID}(?:[=,](?:${ID}|[A-Z]+|[\\w.-]+))*`, 'g'),
  new RegExp(`\\b(?:${COMMAND})(?: ${ID})+`, 'g'),
];

/** The ids of marked knowledge that a text prints outside commands, each as often as it stands there. */
export function idsIn(text: string): string[] {
  const line = text.replace(/ \\\n/g, ' ').replace(/\s+/g, ' ');
  const rest = COPIED.reduce((left, copied) => left.replace(copied, ''), line);
  return rest.match(new RegExp(`[\\w-]*${ID}(?:[=:] ?[\\w-]+)?`, 'g')) ?? [];
}
