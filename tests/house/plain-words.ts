/** A phrase that the project does not use, and what to write in its place. */
export interface Banned {
  readonly phrase: RegExp;
  readonly write: string;
}

/** Phrases that are never right: translated idioms, invented metaphors, and names that were replaced by usual ones. */
export const BANNED: readonly Banned[] = [
  { phrase: /\b(is|are|was|were|be|being) told\b(?! apart)/i, write: 'is reported, is listed' },
  { phrase: /\bhangs? on\b/i, write: 'depends on' },
  { phrase: /\bbugs? of ours\b/i, write: 'a bug in arch-advisor' },
  { phrase: /\b(of|at) one's own\b/i, write: 'your own, its own' },
  { phrase: /\bmend(s|ed|ing)?\b/i, write: 'fix' },
  { phrase: /\bwhat holds\b/i, write: 'what applies' },
  { phrase: /\bwhatever is answered\b/i, write: 'whatever the answer' },
  { phrase: /\blies over\b/i, write: 'is on top of, overrides' },
  { phrase: /\b(at most|up to|the first|beyond|within|of) so many\b/i, write: 'at most this many' },
  { phrase: /\bso that nobody\b/i, write: 'so … not, so … no' },
  { phrase: /\bnobody has to\b/i, write: 'you do not have to' },
  { phrase: /\bdear(er|est)?\b/i, write: 'expensive, costly' },
  { phrase: /\b(one|two|three) or less\b/i, write: 'or fewer' },
  { phrase: /\bhome ground\b/i, write: 'the typical use' },
  { phrase: /\bkin\b/i, write: 'related patterns' },
  { phrase: /\bfor the sake of\b/i, write: 'for, to' },
  { phrase: /\b(is|to be|are) had\b/i, write: 'is available' },
  { phrase: /\b(go|goes|going|gone|went) on with\b/i, write: 'continue, resume' },
  { phrase: /\bcannot stand beside\b|\bnever beside\b/i, write: 'cannot be combined with' },
  { phrase: /\bstands? already\b/i, write: 'is already defined' },
  { phrase: /\bstands? alone\b/i, write: 'cannot be combined with others' },
  {
    phrase:
      /(?<!\bthere )\b(is|are) no (absolute|alternative|answer|change|choice|claim|conflict|container|decision|error|failure|file|id|interview|item|key|knowledge|number|pattern|probability|question|reason|result|terminal|text|variant|whole)s?\b/i,
    write: 'is not a …',
  },
  { phrase: /\(no probability\)/i, write: '(not a probability)' },
  { phrase: /\bnot taken:/i, write: 'not accepted:' },
  { phrase: /\bas it is called today\b/i, write: 'its current id' },
  { phrase: /\bname an? \w+ of today\b/i, write: 'name an existing …' },
  { phrase: /\bnames? them all\b/i, write: 'lists them all' },
  { phrase: /\btells? one after the other\b/i, write: 'shows them one by one' },
  { phrase: /\bworth (its|their) price\b/i, write: 'worth its cost' },
  { phrase: /\bmade up for by\b/i, write: 'offset by' },
  { phrase: /\bha(s|ve) a say\b/i, write: 'affects, matters' },
  { phrase: /\bout of account\b/i, write: 'ignored' },
  { phrase: /\b(is|are) said otherwise\b/i, write: 'changed' },
  { phrase: /\banswered otherwise\b/i, write: 'answered differently' },
  { phrase: /\bas good as none\b/i, write: 'ignored' },
  { phrase: /\bwithout end\b/i, write: 'endless, unlimited' },
  { phrase: /\bbrings? it about\b/i, write: 'leads to it' },
  { phrase: /\bis the pick already\b/i, write: 'is already the pick' },
  { phrase: /\b(it|who) tells most\b/i, write: 'is most informative' },
  { phrase: /\btells (the|each|which|what|why)\b/i, write: 'shows, reports, lists' },
  { phrase: /\b(thereof|whereof|wherefrom|therefrom|hereby)\b/i, write: 'plain words' },
];
