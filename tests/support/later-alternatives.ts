/**
 * Alternatives that came after the published cases and the panel had been labelled, with the one that covers each: telemetry
 * counted as a wide-column store, and a store that finds documents by any field as a document store.
 */
const LATER: Readonly<Record<string, string>> = {
  'time-series-store': 'wide-column',
  'search-engine': 'document',
};

/** What the labels call an alternative. */
export function asLabelled(alternative: string): string {
  return LATER[alternative] ?? alternative;
}
