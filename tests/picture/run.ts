import { writeFile } from 'node:fs/promises';
import { picture } from './picture.ts';

/** Draws the interview that the README shows. */
const { svg } = await picture();
await writeFile(new URL('../../docs/interview.svg', import.meta.url), svg);
