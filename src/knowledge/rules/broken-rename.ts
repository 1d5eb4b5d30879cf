import { didYouMean } from '../../common/closest.ts';
import type { Renamed, Retired } from '../../model/knowledge.ts';
import { isSameOldId } from '../old-ids.ts';
import { type Rule, type Subjects, subjectsIn } from '../rule.ts';

/** A renamed id leads to one of today, at once, and is not one of today itself. */
export const brokenRename: Rule = {
  id: 'broken-rename',
  severity: 'error',
  check: (input, report) => {
    const all = input.layers.flatMap(({ renamed }) => renamed);
    const retired = input.layers.flatMap((layer) => layer.retired);
    const today = {
      question: subjectsIn('question', input),
      decision: subjectsIn('decision', input),
    };
    for (const renamed of all) {
      const { place, subject } = renamed;
      const subjects = today[subject];
      const found =
        wrongOwner(renamed, subjects, all) ??
        wrongWith(renamed, subjects, all) ??
        wrongEnd(renamed, subjects, retired);
      if (found) report({ ...found, place });
    }
  },
};

interface Found {
  readonly message: string;
  readonly hint: string;
}

/** A choice or an alternative is renamed in something that has no such name today. */
function wrongOwner(
  { subject, id, part }: Renamed,
  subjects: Subjects,
  all: readonly Renamed[],
): Found | undefined {
  if (part === undefined || subjects.has(id)) return undefined;
  const today = all.find((each) => each.subject === subject && !each.part && each.id === id)?.to;
  return {
    message: `\`${part}\` is renamed in the unknown ${subject} \`${id}\``,
    hint: today
      ? `write \`${today}\`, its current id`
      : didYouMean(id, subjects.keys(), `name an existing ${subject}`),
  };
}

function wrongWith(
  renamed: Renamed,
  subjects: Subjects,
  all: readonly Renamed[],
): Found | undefined {
  const { to } = renamed;
  const kind = kindOf(renamed);
  const old = oldIdOf(renamed);
  const known = knownBeside(renamed, subjects);
  const alike = all.filter((each) => isAlike(each, renamed));
  if (known.includes(old)) {
    return {
      message: `\`${old}\` is renamed, but the ${kind} still exists`,
      hint: 'keep one of the two',
    };
  }
  const isSame = (each: Renamed) => oldIdOf(each) === old && each.place.file === renamed.place.file;
  if (alike.find(isSame) !== renamed) {
    return { message: `\`${old}\` is renamed twice`, hint: 'keep one of the two lines' };
  }
  if (known.includes(to)) return undefined;
  return alike.some((each) => oldIdOf(each) === to) ? chain(renamed, alike, known) : undefined;
}

/** It leads to nothing of today. */
function wrongEnd(
  renamed: Renamed,
  subjects: Subjects,
  retired: readonly Retired[],
): Found | undefined {
  const { id, part, to } = renamed;
  const [old, kind] = [oldIdOf(renamed), kindOf(renamed)];
  const known = knownBeside(renamed, subjects);
  if (known.includes(to)) return undefined;
  const end = { ...renamed, ...(part === undefined ? { id: to } : { id, part: to }) };
  if (retired.some((each) => isSameOldId(end, each))) {
    return {
      message: `\`${old}\` is renamed to \`${to}\`, which is retired`,
      hint: `retire \`${old}\` as well and remove this line`,
    };
  }
  return {
    message: `\`${old}\` is renamed to \`${to}\`, which is not an existing ${kind}`,
    hint: didYouMean(to, known, `name an existing ${kind}`),
  };
}

/** The ids of today among which the new one has to be. */
function knownBeside({ id, part }: Renamed, subjects: Subjects): readonly string[] {
  return part === undefined ? [...subjects.keys()] : (subjects.get(id) ?? []);
}

/** A rename must lead to the current id in one step. */
function chain(renamed: Renamed, alike: readonly Renamed[], known: readonly string[]): Found {
  const seen = new Set<string>();
  let end = renamed.to;
  while (!known.includes(end) && !seen.has(end)) {
    seen.add(end);
    end = alike.find((each) => oldIdOf(each) === end)?.to ?? end;
  }
  return {
    message: `\`${oldIdOf(renamed)}\` is renamed to \`${renamed.to}\`, which is itself renamed`,
    hint: known.includes(end)
      ? `write \`to: ${end}\``
      : `the chain of renames leads nowhere: name an existing ${kindOf(renamed)}`,
  };
}

/** Ids of the same kind, and of the same question or decision. */
function isAlike(one: Renamed, other: Renamed): boolean {
  if (one.subject !== other.subject) return false;
  if (one.part === undefined || other.part === undefined) return one.part === other.part;
  return one.id === other.id;
}

function oldIdOf({ id, part }: Renamed): string {
  return part ?? id;
}

function kindOf({ subject, part }: Renamed): string {
  if (part === undefined) return subject;
  return subject === 'question' ? `choice` : 'alternative';
}
