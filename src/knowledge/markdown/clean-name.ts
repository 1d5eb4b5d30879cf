/** `2.`, `3.1`, `IV.`, `B)`, `一、`, `（二）`, `第3章`, `#4`: what counts a heading. */
const NUMBER =
  /^(?:(?:\d{1,3}|[IVX]{1,5}|[ivx]{1,4}|[A-Za-z])[.)]\s+|\d{1,3}(?:\.\d{1,3})+[.):]?\s+|\d{1,3}\s*[-–—:]\s+|[一二三四五六七八九十]{1,3}[、.．]\s*|\d{1,3}[、．]\s*|[(（][\d一二三四五六七八九十]{1,3}[)）]\s*|第[\d一二三四五六七八九十]{1,3}[章节節回条]\s*|#\d{1,3}\s+)/u;

/** `Option 2: `, `Alternative B – `. */
const OPTION =
  /^(?:option|alternative|variant|variante|approach|opci[oó]n|op[cç][aã]o|möglichkeit|方案|案)\s*(?:\d{1,2}|[A-Z])\s*[-–—:.)：]\s*(?=\S)/iu;

/** Pictures in a text, with what joins and colours them, and their short codes. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[✓✗✘★☆•▪●◆■→])(?:\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D|\u20E3)*|:[a-z0-9_+-]{1,40}:(?=\s|$)/gu;

const ANCHOR = /\s*\{#[^}]*\}\s*$/;

/** A name as people say it: without number, pictures, anchor, and the colon, dash or question mark at its end. */
export function cleanName(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/^[¿¡]/, '')
    .replace(ANCHOR, '')
    .replace(PICTURES, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = bare.replace(NUMBER, '').replace(OPTION, '');
  return (name === '' ? bare : name).replace(/[\s:：?？–—-]+$/, '') || bare;
}
