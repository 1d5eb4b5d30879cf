import { expect, test } from 'vitest';
import { picture } from './picture.ts';

const TOKEN =
  /<(?<close>\/)?(?<name>[a-z]+)(?: [\w:-]+="(?:[^<&"]|&\w+;)*")*(?<empty>\/)?>|(?:[^<>&]|&(?:amp|lt|gt);)+/gy;

/** The text of an XML document; throws where it is not well-formed. */
function textIn(xml: string): string {
  const open: (string | undefined)[] = [];
  const texts: string[] = [];
  let end = 0;
  for (const { 0: token, index, groups = {} } of xml.matchAll(TOKEN)) {
    end = index + token.length;
    if (groups.close !== undefined && open.pop() !== groups.name) {
      throw new Error(`${token} closes something else`);
    }
    if (groups.name === undefined) texts.push(token);
    else if (groups.close === undefined && groups.empty === undefined) open.push(groups.name);
  }
  if (end < xml.length) throw new Error(`Not XML: ${xml.slice(end, end + 40)}`);
  if (open.length > 0) throw new Error(`Not closed: ${open}`);
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
