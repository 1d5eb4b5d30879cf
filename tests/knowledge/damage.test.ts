import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damageIn } from '../../src/knowledge/rules/damaged-text.ts';
import { misread } from '../support/windows-1252.ts';

/** The line with every word that can be repaired put right. */
function repaired(line: string): string {
  return damageIn(line)
    .toReversed()
    .reduce(
      (text, { word, repaired = word, column }) =>
        text.slice(0, column - 1) + repaired + text.slice(column - 1 + word.length),
      line,
    );
}

const plain = fc.string({
  unit: fc.constantFrom(...'abcxyzABCXYZ019'),
  minLength: 1,
  maxLength: 6,
});
const special = fc.constantFrom(...'‘’“”„‚«»–—…•äöüßÄÖÜéèêçñåøÅØœŒšžłőČ€™°§');
const word = fc
  .array(fc.oneof(plain, special), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(''));
const sentence = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ', ' (', ') ', ': ', '/')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) => all.flat().join(''));

describe('text whose UTF-8 was read as Windows-1252', () => {
  test('is found and repaired', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(repaired(misread(text))).toBe(text);
      }),
    );
  });

  test('is found where it stands, word by word', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const line = misread(text);
        for (const { word, column, repaired } of damageIn(line)) {
          expect(line.slice(column - 1, column - 1 + word.length)).toBe(word);
          expect(misread(repaired ?? '')).toBe(word);
        }
      }),
    );
  });

  test.each([
    [
      'it doesn\u00e2\u20ac\u2122t',
      [{ word: 'doesn\u00e2\u20ac\u2122t', repaired: 'doesn’t', column: 4 }],
    ],
    [
      '\u00e2\u20ac\u0153so\u00e2\u20ac\u009d',
      [{ word: '\u00e2\u20ac\u0153so\u00e2\u20ac\u009d', repaired: '“so”', column: 1 }],
    ],
    ['f\u00c3\u00bcr', [{ word: 'f\u00c3\u00bcr', repaired: 'für', column: 1 }]],
    ['a \u00e2\u20ac\u201d b', [{ word: '\u00e2\u20ac\u201d', repaired: '—', column: 3 }]],
  ])('%j', (line, expected) => {
    expect(damageIn(line)).toEqual(expected);
  });
});

test('a lost character is found, and not repaired', () => {
  expect(damageIn('ein caf\uFFFD, zwei')).toEqual([{ word: 'caf\uFFFD', column: 5 }]);
});

describe('undamaged text is never reported', () => {
  test.each([
    ['English', 'It doesn’t “just work” – it’s naïve, café-style… 50 € (£40) × 2 ± 1°'],
    ['German', 'Für größere Übungen: „Straße“, ‚Äpfel‘ – Öl und Ärger'],
    [
      'French',
      'L’été, où «\u00A0naïveté\u00A0» rime avec «\u00A0cœur\u00A0»\u00A0: ça, là-bas\u00A0!',
    ],
    ['Spanish', '¿Qué? ¡Mañana, señor! El pingüino comió «piñas» a 20 ºC'],
    ['Portuguese', 'Ação, coração, não, à toa: PÃO, MAÇÃ e AVÔ'],
    ['Italian', 'Perché «la città» è così? Più virtù, però'],
    ['Swedish and Danish', 'Åsa äter smörgås på ön; blåbærgrød, Ærø, ØL'],
    ['Polish and Czech', 'Zażółć gęślą jaźń; příliš žluťoučký kůň'],
    ['Turkish', 'İstanbul’da ığdır ağacı, şöyle çünkü'],
    ['Icelandic', 'Þetta er góð „saga“, það er satt'],
    ['Greek and Russian', 'Ο κόσμος αλλάζει; мир меняется — «да»'],
    ['Chinese and Japanese', '架构决策：微服务？「データベース」の選択'],
    ['Hindi and Arabic', 'वास्तुकला का निर्णय, قرار الهندسة المعمارية'],
    ['signs', '≤ 5 ms → 2× faster ✓ 👍🏽 † § ¶ © ® ™ … ‰'],
  ])('in %s', (_language, line) => {
    expect(damageIn(line)).toEqual([]);
  });

  test.each([
    ['a quotation that trails off', 'Disse: «non so perché…» e se ne andò'],
    ['a quotation in capitals', '«EL CAFÉ» cierra'],
    ['capitals before a French exclamation mark', 'VIVE LA LIBERTÉ\u00A0!'],
    ['capitals that trail off', 'UN CAFÉ… OU DEUX'],
    ['a German quotation before an ellipsis', 'Er sagte „Café“…'],
  ])('where punctuation follows an accent: %s', (_name, line) => {
    expect(damageIn(line)).toEqual([]);
  });

  test('in plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (line) => {
        expect(damageIn(line)).toEqual([]);
      }),
    );
  });
});
