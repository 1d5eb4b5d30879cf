import { isMap, isScalar, parseDocument } from 'yaml';
import { frontMatterOf } from './front-matter.ts';
import { linesOf, sectionOf } from './headings.ts';
import { listedAt } from './record-text.ts';

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
  const lines = linesOf(text);
  const { end, values } = frontMatterOf(lines);
  const body = lines.slice(end);
  const marked = markedLines(body, successor);
  const hasStatus = values.status !== undefined;
  if (marked.size === 0 && !hasStatus) return undefined;
  const raw = text.split('\n');
  const front = `${raw.slice(0, end).join('\n')}${end > 0 && raw.length > end ? '\n' : ''}`;
  const all = hasStatus ? new Map([...linkedLines(body, successor), ...marked]) : marked;
  const below = withLines(raw.slice(end), all);
  return `${hasStatus ? markedFront(front, successor) : front}${below}`;
}

/** What stands in the place of a line, by its index. */
type NewLines = ReadonlyMap<number, readonly string[]>;

/** Each with the line ending of the line whose place it takes. */
function withLines(raw: readonly string[], lines: NewLines): string {
  const isWindows = raw[0]?.endsWith('\r') === true;
  return raw
    .map((line, index) => {
      const isLast = index === raw.length - 1;
      const ending = line.endsWith('\r') || (isLast && isWindows) ? '\r\n' : '\n';
      const text = lines.get(index)?.join(ending);
      return text === undefined ? line : `${text}${line.endsWith('\r') ? '\r' : ''}`;
    })
    .join('\n');
}

/** MADR states it in front matter, which holds no links. */
function markedFront(front: string, { name, date }: Successor): string {
  const start = front.indexOf('\n') + 1;
  const end = front.trimEnd().lastIndexOf('\n') + 1;
  const values = [
    ['date', date],
    ['status', JSON.stringify(`superseded by ${name}`)],
    ['superseded-by', name],
  ] as const;
  const marked = values.reduce(
    (source, [key, value]) => withValue(source, key, value),
    front.slice(start, end),
  );
  const { contents } = parseDocument(marked);
  const isLacking = isMap(contents) && !contents.flow && !contents.has('superseded-by');
  const ending = front.endsWith('\r\n') ? '\r\n' : '\n';
  const added = isLacking ? `superseded-by: ${name}${ending}` : '';
  return `${front.slice(0, start)}${marked}${added}${front.slice(end)}`;
}

/** The value of a key in YAML, replaced where it stands; the same source if there is no such key. */
function withValue(source: string, key: string, value: string): string {
  const node = parseDocument(source).get(key, true);
  if (!isScalar(node) || !node.range) return source;
  const [start, end] = node.range;
  const ending = /\r?\n$/.exec(source.slice(start, end))?.[0] ?? '';
  return `${source.slice(0, start)}${value}${ending}${source.slice(end)}`;
}

/** A link below More Information; one that stands there already is replaced. */
function linkedLines(body: readonly string[], { link }: Successor): NewLines {
  const section = sectionOf('more information', body);
  if (section === undefined) return new Map();
  const heading = section.start - 1;
  const filled = firstFilledOf('more information', body);
  const sentence = `Superseded by ${link}.`;
  if (filled !== undefined && /^Superseded by \[/.test(body[filled] ?? '')) {
    return new Map([[filled, [sentence]]]);
  }
  const isTight = (body[section.start] ?? '').trim() !== '';
  return new Map([[heading, [body[heading] ?? '', '', sentence, ...(isTight ? [''] : [])]]]);
}

/**
 * Nygard's form: a list below the title, in which log4brains finds the other record by the text of the link, a section Status,
 * which adr-tools reads, or both.
 */
function markedLines(body: readonly string[], { link, slug }: Successor): NewLines {
  const at = listedAt('status', body);
  const status = firstFilledOf('status', body);
  const entry = at === undefined ? '' : (body[at] ?? '');
  return new Map([
    ...(at === undefined
      ? []
      : [
          [
            at,
            [`${entry.slice(0, entry.indexOf(':') + 1)} superseded by [${slug}](${slug}.md)`],
          ] as const,
        ]),
    ...(status === undefined ? [] : [[status, [`Superseded by ${link}`]] as const]),
  ]);
}

/** The first line of a section that says something. */
function firstFilledOf(name: string, lines: readonly string[]): number | undefined {
  const section = sectionOf(name, lines);
  const own = lines.slice(section?.start, section?.end);
  const at = own.findIndex((line) => line.trim() !== '');
  return section === undefined || at < 0 ? undefined : section.start + at;
}
