import type { KnowledgeBase } from '../model/knowledge.ts';

/** Texts by name that the build made from a knowledge base, so that a command need not make them again. */
export type Sections = (name: string) => string | undefined;

const sectionsOfKnowledge = new WeakMap<KnowledgeBase, Sections>();

/** What the build prepared for this very knowledge base; nothing for one that was read or changed. */
export function preparedFor(knowledge: KnowledgeBase): Sections | undefined {
  return sectionsOfKnowledge.get(knowledge);
}

export function setPrepared(knowledge: KnowledgeBase, sections: Sections): void {
  sectionsOfKnowledge.set(knowledge, sections);
}

/** A hash and sections as one text of ASCII: a line with the hash and where each section stands, then the sections. */
export function packSections(sha256: string, sections: ReadonlyMap<string, string>): string {
  const places: Record<string, readonly [start: number, end: number]> = {};
  let body = '';
  for (const [name, text] of sections) {
    const start = body.length;
    body += escaped(text);
    places[name] = [start, body.length];
  }
  return `${sha256}${JSON.stringify(places)}\n${body}`;
}

/** Every character beyond ASCII stands within a JSON string. */
function escaped(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The sections of a packed text; undefined where it was packed with another hash. */
export function unpackSections(packed: string, sha256: string): Sections | undefined {
  if (!packed.startsWith(`${sha256}{`)) return undefined;
  const end = packed.indexOf('\n');
  const places: Record<string, [number, number]> = JSON.parse(packed.slice(sha256.length, end));
  return (name) => {
    const place = Object.hasOwn(places, name) ? places[name] : undefined;
    return place && packed.slice(end + 1 + place[0], end + 1 + place[1]);
  };
}
