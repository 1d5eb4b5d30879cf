/** A sentence without the label that names the quality, where the quality is named beside it. */
export function withoutLabel({
  text,
  label,
}: {
  text: string;
  label?: string | undefined;
}): string {
  const rest = label === undefined ? text : text.slice(label.length + 1).trim();
  return rest === '' ? text : rest;
}
