import type { Claim } from './claims.ts';

/** Compares what was claimed of partly answered sheets with what their completions come to. */
export interface Watch {
  /** Takes what a completion of a sheet came to. */
  readonly see: (sheet: number, completed: readonly Claim[]) => void;
  /** What was called proved and is not, each once. */
  readonly broken: () => readonly string[];
  /** What was found and how much of it changed, by kind and status. */
  readonly text: () => string;
}

/** A claim with whether some completion changed it. */
interface Watched extends Claim {
  isChanged: boolean;
}

export function watcher(sheets: readonly (readonly Claim[])[]): Watch {
  const watched = sheets.map((claims): Watched[] =>
    claims.map((claim) => ({ ...claim, isChanged: false })),
  );
  const broken = new Map<string, string>();
  let completions = 0;
  return {
    see: (sheet, completed) => {
      completions += 1;
      completed.forEach((now, index) => {
        const was = watched[sheet]?.[index];
        if (was?.of !== now.of) throw new Error(`Nothing was claimed of ${now.of}`);
        const isApplyingKept = was.applies === 'undecided' || was.applies === now.applies;
        const isPickKept = keepsPick(was, now);
        was.isChanged ||= !isPickKept;
        if (!isApplyingKept || !(isPickKept || was.status === 'open')) {
          broken.set(`${sheet} ${was.of}`, brokenText(sheet, was, now));
        }
      });
    },
    broken: () => [...broken.values()],
    text: () => `${completions.toLocaleString('en')} completions\n${talliesText(watched.flat())}`,
  };
}

/**
 * What is open may be proved by a completion, and is the same as long as the pick is. Where it turns out that the decision
 * does not apply, nothing is seen of its pick.
 */
function keepsPick(was: Claim, now: Claim): boolean {
  if (was.applies === 'undecided' && now.applies === 'no') return true;
  const isAlike = was.status === now.status || was.status === 'open' || was.kind !== 'decision';
  return isAlike && was.picks === now.picks;
}

function brokenText(sheet: number, was: Claim, now: Claim): string {
  const text = ({ status, picks, applies }: Claim) => `${status} ${picks} (applies: ${applies})`;
  return `sheet ${sheet + 1}: ${was.of} was ${text(was)}, and became ${text(now)}`;
}

function talliesText(claims: readonly Watched[]): string {
  const keyOf = ({ kind, status, applies }: Claim) =>
    `${kind}, ${status}${applies === 'undecided' ? ' if it applies' : ''}`;
  const keys = [...new Set(claims.map(keyOf))].sort();
  const rows = keys.map((key) => {
    const own = claims.filter((claim) => keyOf(claim) === key);
    return [key, own.length, own.filter(({ isChanged }) => isChanged).length];
  });
  return [['', 'found', 'changed by some completion'], ...rows]
    .map(
      ([key, found, changed]) =>
        `${key}`.padEnd(40) + `${found}`.padStart(8) + `${changed}`.padStart(30),
    )
    .join('\n');
}
