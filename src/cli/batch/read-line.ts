import { didYouMean } from '../../common/closest.ts';
import { plain, visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { Entry } from '../../knowledge/answers/entries.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Line } from './json-lines.ts';
import { repeatedKeyIn } from './repeated-key.ts';

/** The content of a line, with answers and pins as written. */
export interface LineRead {
  readonly system?: string;
  readonly scope?: string;
  readonly entries: readonly Entry[];
}

/** The fields of a line by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** The JSON object of a line. Throws a `UserError`. */
export function fieldsIn({ text, fault, isLast }: Line): Fields {
  if (isLast && (fault === 'not-utf-8' || !isJson(text))) throw cut();
  if (fault === 'too-long') throw new UserError('The line is longer than 4 MiB', ONE_SYSTEM);
  if (fault === 'not-utf-8') throw new UserError('The line is not UTF-8 text', 'save it as UTF-8');
  const value = parsed(text);
  if (isMapping(value)) return withoutRepeats(value, text);
  throw new UserError(`The line is ${nounFor(value)}, not a JSON object`, SHAPE);
}

function withoutRepeats(fields: Fields, text: string): Fields {
  const twice = repeatedKeyIn(text, fields);
  if (twice === undefined) return fields;
  throw new UserError(`\`${visible(twice)}\` appears twice in one object`, 'keep only one of them');
}

/** Nothing but white space. */
export function isBlank({ text, fault }: Line): boolean {
  return fault === undefined && /^\s*$/.test(text);
}

const SHAPE = 'each line is one object: `{"answers": {"question": "choice"}}`';
const ONE_SYSTEM = 'each line describes one system; end it with a line feed';

function cut(): UserError {
  return new UserError(
    'The input ends in the middle of this line',
    'complete the line; the file may be truncated',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(withoutMark(text));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(withoutMark(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`Invalid JSON${whereabouts(error.message)}`, SHAPE);
  }
}

/** In concatenated files, any line may start with a byte order mark. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** As far as the parser says: it names a position, or the character that it did not expect. */
function whereabouts(message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return ` at column ${Number(position) + 1}`;
  if (!message.startsWith('Unexpected token')) return ': unexpected end';
  const token = /^Unexpected token '([!-~])'/.exec(message)?.[1];
  return token === undefined ? ': unexpected character' : `: unexpected \`${token}\``;
}

function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nounFor(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === null ? 'nothing' : `a ${typeof value}`;
}

/** What identifies the line; printed again with its result. Throws a `UserError`. */
export function idIn({ id }: Fields): string | number | undefined {
  if (id === undefined || typeof id === 'string') return id;
  if (typeof id !== 'number') {
    throw new UserError('`id` is neither a string nor a number', 'write `"id": "…"`');
  }
  if (Math.abs(id) <= Number.MAX_SAFE_INTEGER) return id;
  throw new UserError(
    '`id` is a number too large to be printed exactly',
    'write it as a string: `"id": "…"`',
  );
}

/** Everything else in a line. Throws a `UserError` for a field that is unknown or of another kind. */
export function readLine(fields: Fields, knowledge: KnowledgeBase): LineRead {
  for (const name of Object.keys(fields)) {
    const field = FIELDS.get(name);
    if (field === undefined) throw unknownField(name, knowledge);
    if (!field.isRight(fields[name])) {
      throw new UserError(`\`${name}\` is not ${field.noun}`, field.hint ?? SHAPE);
    }
  }
  const { system, scope, answers, pins } = fields;
  return {
    ...(typeof system === 'string' && { system: plain(system) }),
    ...(typeof scope === 'string' && { scope: plain(scope) }),
    entries: [...entriesIn('question', answers), ...entriesIn('decision', pins)],
  };
}

interface Field {
  readonly noun: string;
  readonly isRight: (value: unknown) => boolean;
  readonly hint?: string;
}

const isText = (value: unknown) => typeof value === 'string';
const isNothing = (value: unknown) => value === undefined || value === null;
const text: Field = { noun: 'a string', isRight: isText };

/** Those of an answer file, and the id. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['answers', { noun: 'an object', isRight: (value) => isNothing(value) || isMapping(value) }],
  [
    'pins',
    {
      noun: 'an object of alternatives',
      isRight: (value) => isNothing(value) || (isMapping(value) && each(value, isPin)),
      hint: 'write `"pins": {"decision": "alternative"}`, or a list where several may be picked',
    },
  ],
  ['id', { noun: 'a string or a number', isRight: () => true }],
  ['system', text],
  ['scope', text],
  ['description', text],
  [
    'knowledge',
    {
      noun: 'an object with `version` and `sha256`',
      isRight: isVersion,
      hint: 'omit it, or copy it from an answer file',
    },
  ],
  [
    'notes',
    {
      noun: 'an object of strings',
      isRight: (value) => isNothing(value) || (isMapping(value) && each(value, isText)),
      hint: 'write `"notes": {"question": "…"}`',
    },
  ],
]);

function isVersion(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { version, sha256, ...more } = value;
  return isText(version) && isText(sha256) && Object.keys(more).length === 0;
}

function each(value: Fields, isRight: (value: unknown) => boolean): boolean {
  return Object.values(value).every(isRight);
}

/** One alternative, or a list of them; whether they exist is not checked here. */
function isPin(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isName) : isName(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function unknownField(name: string, { questions, decisions }: KnowledgeBase): UserError {
  const message = `Unknown field \`${visible(name)}\``;
  if (questions.has(name)) return new UserError(message, 'put it in `answers`');
  if (decisions.has(name)) return new UserError(message, 'put it in `pins`');
  const all = `the fields of a line are ${[...FIELDS.keys()].join(', ')}`;
  return new UserError(message, didYouMean(name, FIELDS.keys(), all));
}

function entriesIn(subject: Entry['subject'], written: unknown): Entry[] {
  if (!isMapping(written)) return [];
  return Object.keys(written).map((id) => ({ subject, id, raw: written[id] }));
}
