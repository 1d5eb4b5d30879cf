import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { folderWith } from '../support/temporary-folder.ts';
import { openTerminal } from '../support/terminal.ts';

test('more problems than anyone reads end on a screen of 24 lines with how many there are of each kind', async () => {
  const claims = '- it is made of wood and stands where nobody looks for it any more\n'.repeat(30);
  const pattern = (name: string) =>
    `## ${name}\n\n${claims}- Use when\n  - we like it \`stalenes: never\`\n`;
  const files = Array.from({ length: 40 }, (_, index) => [
    `p${index}.md`,
    pattern(`Part ${index}`),
  ]);
  const folder = await folderWith(Object.fromEntries(files));
  const { output, exitCode } = await openTerminal(['check', '.'], folder, { rows: 24 }).exit;
  expect(exitCode).toBe(1);
  const lines = output.split('\r\n');
  expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
  expect(lines.slice(-24).join('\n')).toMatchInlineSnapshot(`
    "  p0.md:5:1  Claim without a quality: "it is made of wood and stands where…
      ↳ start it with a quality: \`Performance: text\`; until then, it is shown but
        does not score
      … and 1197 more: --all

    pattern-in-no-decision  40 warnings
      p0.md:1:1   \`Part 0\` belongs to no decision, so it is never recommended
      p1.md:1:1   \`Part 1\` belongs to no decision, so it is never recommended
      p10.md:1:1  \`Part 10\` belongs to no decision, so it is never recommended
      ↳ add it to the alternatives of a decision in decisions.yaml:
        - id: part-0
          name: Part 0
        - id: part-1
          name: Part 1
        - id: part-10
          name: Part 10
      … and 37 more: --all

        40  unknown-question (errors)
      1200  claim-without-quality
        40  pattern-in-no-decision

    40 errors, 1240 warnings in 40 documents (1271 not shown: --all)
    "
  `);
});
