import { expect, test } from 'vitest';
import { picture } from './picture.ts';

const TOKEN =
  /<(?<close>\/)?(?<name>[a-z]+)(?: [\w:-]+="(?:[^<&"]|&\w+;)*")*(?<empty>\/)?>|(?:[^<>&]|&(?:amp|lt|gt);)+/gy;

/** The text of an XML document; throws if it is not well-formed. */
function textIn(xml: string): string {
  const tokens = [...xml.matchAll(TOKEN)];
  if (tokens.map(([token]) => token).join('') !== xml) throw new Error('Not XML');
  const open: (string | undefined)[] = [];
  for (const { groups = {} } of tokens) {
    if (groups.close !== undefined) expect(open.pop()).toBe(groups.name);
    else if (groups.empty === undefined && groups.name !== undefined) open.push(groups.name);
  }
  expect(open).toEqual([]);
  const texts = tokens.filter(({ groups }) => groups?.name === undefined);
  return texts.join(' ').replace(/\s+/g, ' ');
}

test('the picture of an interview is XML with a question and its choices in it', async () => {
  const { question, svg } = await picture();
  const text = textIn(svg);
  for (const { label } of question.choices) expect(text).toContain(label);
  expect(text).toContain(question.ask);
  expect(svg.length).toBeLessThan(30_000);
});

test.each(['<g><text>a</g></text>', '<g>', '<g>a & b</g>', '<g x=1></g>'])(
  '%s is no XML',
  (xml) => {
    expect(() => textIn(xml)).toThrow();
  },
);
