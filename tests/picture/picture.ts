import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { hold, type Shown } from './interview.ts';
import { svgOf } from './svg.ts';

const SIZE = { columns: 80, rows: 24 };

export interface Picture extends Pick<Shown, 'question'> {
  readonly svg: string;
}

/** Draws the README's interview: the seventh question about an online shop. */
export async function picture(): Promise<Picture> {
  const { question, rows } = await hold({
    ...SIZE,
    args: ['database', 'caching', '--system', 'Online shop'],
    knowledge: await builtInKnowledge(),
    profile: 'online-shop',
    stopAt: 6,
  });
  const description = 'A question of arch-advisor ask in a terminal';
  return { question, svg: svgOf(rows, SIZE.columns, description) };
}
