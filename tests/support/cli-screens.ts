/** Every command that prints for people, with the small knowledge and with what comes along. */
export const screens: readonly (readonly string[])[] = [
  ['recommend'],
  ['recommend', '--profile', 'town-hall', '--full'],
  ['recommend', '--profile', 'post-office', '--full'],
  ['recommend', '--pin', 'storage=heap', '--set', 'loss=nothing', '--full'],
  ['show', 'cabinet', '--full'],
  ['show', 'heap'],
  ['show', 'cabinet', '--source'],
  ['check', '--explain'],
  ['compare', 'cabinet', 'heap'],
  ['compare', 'cabinet', 'heap', 'vault'],
  ['list', 'patterns'],
  ['list', 'decisions'],
  ['list', 'questions'],
  ['list', 'qualities'],
  ['list', 'profiles'],
];

export const builtInScreens: readonly (readonly string[])[] = [
  ['recommend', '--profile', 'online-shop', '--full'],
  ['recommend', '--profile', 'payments-ledger'],
  ['show', 'nosql', '--full'],
  ['show', 'saga'],
  ['compare', 'sql', 'nosql'],
  ['compare', 'document', 'key-value', 'wide-column'],
  ['compare', 'monolith', 'modular-monolith', 'microservices', 'serverless'],
  ['list', 'patterns'],
  ['list', 'decisions'],
  ['list', 'questions'],
  ['list', 'qualities'],
];

/** Lower-case words of a text, without marks. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
