/** How many random cases each property meets; `CASES=2000` tries ten times as many. */
export const numRuns = Number(process.env.CASES ?? 200);
