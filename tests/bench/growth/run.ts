import { writeGenerated } from './write-generated.ts';

/** Writes generated knowledge: `npm run generate -- FOLDER PATTERNS DECISIONS QUESTIONS [SEED]`. */
const [folder, ...numbers] = process.argv.slice(2);
const [patterns, decisions, questions, seed = 1] = numbers.map(Number);
if (!folder || !patterns || !decisions || !questions) {
  process.stderr.write('npm run generate -- FOLDER PATTERNS DECISIONS QUESTIONS [SEED]\n');
  process.exit(2);
}
const { knowledge, answers } = writeGenerated(folder, { patterns, decisions, questions }, seed);
process.stdout.write(`arch-advisor recommend --knowledge ${knowledge} --answers ${answers}\n`);
