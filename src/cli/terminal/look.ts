import type { ColorSupportLevel } from 'chalk';
import {
  ascii,
  colourless,
  type Glyphs,
  type Palette,
  type Style,
  unicode,
} from '../../report/layout/style.ts';
import type { Context, Output, World } from '../context.ts';

/** What the user may say about looks. */
export interface LookOptions {
  readonly color?: 'always' | 'never' | 'auto' | boolean;
  readonly ascii?: boolean;
  readonly width?: number;
}

const USUAL_WIDTH = 80;
/** Columns below which nothing can be laid out. */
export const NARROWEST = 40;
/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** Colours, characters and width for a stream, by options, environment and terminal, in this order. */
export async function lookFor(
  output: Output,
  world: Pick<World, 'env'>,
  options: LookOptions,
): Promise<Style> {
  const { env } = world;
  return {
    width: widthFor(output, world, options),
    palette: await paletteFor(colourLevel(output, env, options)),
    glyphs: glyphsFor(env, options),
  };
}

/** Columns; those of a terminal may change while something is shown on it. */
export function widthFor(
  output: Output,
  { env }: Pick<World, 'env'>,
  options: LookOptions,
): number {
  const width = options.width ?? (output.columns || Number(env.COLUMNS) || USUAL_WIDTH);
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor(width)));
}

/** The same context for a terminal that may have changed its size. */
export function atSizeNow(context: Context, options: LookOptions): Context {
  const styleOn = (style: Style, output: Output) => ({
    ...style,
    width: widthFor(output, context, options),
  });
  const { stdout, stderr } = context;
  return {
    ...context,
    style: styleOn(context.style, stdout),
    promptStyle: styleOn(context.promptStyle, stderr),
  };
}

/** The option, then `FORCE_COLOR` and `NO_COLOR` (https://no-color.org), neither of them empty, then what the terminal can do. */
function colourLevel(output: Output, env: World['env'], { color }: LookOptions): ColorSupportLevel {
  const wanted = wish(color) ?? forcedBy(env.FORCE_COLOR) ?? (env.NO_COLOR ? false : undefined);
  if (wanted === false) return 0;
  if (wanted === true) return levelOf(output, env) || 1;
  return output.isTTY === true && env.TERM !== 'dumb' ? levelOf(output, env) : 0;
}

function wish(color: LookOptions['color']): boolean | undefined {
  if (color === undefined || color === 'auto') return undefined;
  return color === true || color === 'always';
}

function forcedBy(value: string | undefined): boolean | undefined {
  return value === undefined || value === '' ? undefined : value !== '0' && value !== 'false';
}

const BITS_OF_256_COLOURS = 8;
const BITS_OF_16_COLOURS = 4;

/** What is set but empty counts as not set; Node would take it for a wish. */
function levelOf(output: Output, env: World['env']): ColorSupportLevel {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const bits = output.getColorDepth?.(Object.fromEntries(set)) ?? 1;
  if (bits >= BITS_OF_256_COLOURS) return 2;
  return bits >= BITS_OF_16_COLOURS ? 1 : 0;
}

async function paletteFor(level: ColorSupportLevel): Promise<Palette> {
  if (level === 0) return colourless;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  // Chalk would paint further arguments as well, such as the index that `map` hands over.
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    plus: (text) => chalk.green(text),
    minus: (text) => chalk.red(text),
    caution: (text) => chalk.yellow(text),
  };
}

/** Plain ASCII where the locale says that the terminal shows nothing else. */
function glyphsFor(env: World['env'], options: LookOptions): Glyphs {
  if (options.ascii) return ascii;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  const isPlain = locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
  return isPlain || env.TERM === 'linux' || env.TERM === 'dumb' ? ascii : unicode;
}
