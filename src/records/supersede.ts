import { isScalar, parseDocument } from 'yaml';
import { frontMatterOf, listedAt, sectionOf } from './record-text.ts';

/** The record that takes the place of another. */
export interface Successor {
  /** `ADR-0007` */
  readonly name: string;
  /** Its file in the same folder, without `.md`. */
  readonly slug: string;
  /** A Markdown link to it, with its title. */
  readonly link: string;
  /** The day of the change, YYYY-MM-DD. */
  readonly date: string;
}

/**
 * The text of a record with the mark that another supersedes it, in every place where it states its status; everything else
 * stays as it is. Undefined if it states none.
 */
export function supersededText(text: string, successor: Successor): string | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const marked =
    frontMatterOf(lines).end > 0 ? inFrontMatter(lines, successor) : inBody(lines, successor);
  return marked?.join(eol);
}

/** MADR: the status in front matter, and a link under More Information, as front matter holds none. */
function inFrontMatter(lines: readonly string[], successor: Successor): string[] | undefined {
  const { end, values } = frontMatterOf(lines);
  if (values.status === undefined) return undefined;
  const { name, date } = successor;
  const source = lines.slice(1, end - 1).join('\n');
  const dated = values.date === undefined ? source : withValue(source, 'date', date);
  const front = withValue(dated, 'status', JSON.stringify(`superseded by ${name}`));
  const head = ['---', ...front.split('\n'), `superseded-by: ${name}`, '---'];
  return [...head, ...withLink(lines.slice(end), successor)];
}

/** The value of a key in YAML, replaced where it stands. */
function withValue(source: string, key: string, value: string): string {
  const node = parseDocument(source).get(key, true);
  if (!isScalar(node) || !node.range) return source;
  const [start, end] = node.range;
  return `${source.slice(0, start)}${value}${source.slice(end)}`;
}

function withLink(body: readonly string[], { link }: Successor): string[] {
  const section = sectionOf('more information', body);
  if (section === undefined) return [...body];
  const { start } = section;
  const next = body[start]?.trim() === '' ? start + 1 : start;
  return [...body.slice(0, next), `Superseded by ${link}.`, '', ...body.slice(next)];
}

/**
 * Nygard's form: a list below the title, in which log4brains finds the other record by the text of the link, a section Status,
 * which adr-tools reads, or both.
 */
function inBody(lines: readonly string[], { link, slug }: Successor): string[] | undefined {
  const at = listedAt('status', lines);
  const status = firstFilledOf('status', lines);
  if (at === undefined && status === undefined) return undefined;
  return lines.flatMap((line, index) => {
    if (index === at) {
      return [`${line.slice(0, line.indexOf(':') + 1)} superseded by [${slug}](${slug}.md)`];
    }
    return index === status ? [`Superseded by ${link}`] : [line];
  });
}

/** The first line of a section that says something. */
function firstFilledOf(name: string, lines: readonly string[]): number | undefined {
  const section = sectionOf(name, lines);
  const own = lines.slice(section?.start, section?.end);
  const at = own.findIndex((line) => line.trim() !== '');
  return section === undefined || at < 0 ? undefined : section.start + at;
}
