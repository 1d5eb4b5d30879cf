/** A seed for random numbers from a text: the same text, the same seed. Texts that are nearly alike have seeds that are near. */
export function seedOf(text: string): number {
  return [...text].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 7);
}
