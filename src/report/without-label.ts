/** A sentence without the label before it, where the quality is named beside it. */
export function withoutLabel(text: string): string {
  return text.replace(/^[^:.]{1,40}: /, '');
}
