/**
 * The first key that appears twice in one object of a JSON text, of which a parser silently keeps the last. The value is
 * what the text was read as: where all keys of the text are in it, nothing is looked at more closely.
 */
export function repeatedKeyIn(json: string, value: object): string | undefined {
  const written = json.match(/"\s*:/g)?.length ?? 0;
  return written === keptKeys(value) ? undefined : firstRepeated(json);
}

/** Those of an object, and of the objects in it. */
function keptKeys(value: object): number {
  const parts = Object.values(value).filter((part) => typeof part === 'object' && part !== null);
  return parts.reduce((sum, part) => sum + keysOf(part), keysOf(value));
}

function keysOf(value: object): number {
  return Array.isArray(value) ? 0 : Object.keys(value).length;
}

/** Strings, those that are keys with their colon, and what opens and closes an object or a list. */
const TOKEN = /"(?:[^"\\]+|\\.)*"(\s*:)?|[{}[\]]/g;

function firstRepeated(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const { 0: token, 1: colon } of json.matchAll(TOKEN)) {
    if ('{['.includes(token)) open.push(new Set());
    if ('}]'.includes(token)) open.pop();
    if (colon === undefined) continue;
    const key: string = JSON.parse(token.slice(0, -colon.length));
    const keys = open.at(-1);
    if (keys?.has(key)) return key;
    keys?.add(key);
  }
  return undefined;
}
