import type { AnswerSheet } from './answers.ts';
import type { Changed, Outlook, Why } from './outlook.ts';

/** What an interview is about, and when it ends. */
export interface Topic {
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
  /** The most informative question comes first, or the order of the questions in their document. */
  readonly order: 'adaptive' | 'file';
  /**
   * Ends where each decision is proved, or its pick wins or it does not apply in this share of the completions, in
   * thousandths; without it only proofs count.
   */
  readonly quick?: number;
  /**
   * Ends where this share of the picks, in thousandths, is expected to stay as it is, answers counting by how common they
   * are; without it only proofs count.
   */
  readonly enough?: number;
}

/** An interview at one point in time; every event makes a new one. */
export interface Interview {
  readonly topic: Topic;
  readonly sheet: AnswerSheet;
  /** Questions that were answered here, `unknown` included, in that order; each once. */
  readonly asked: readonly string[];
  /** Answers given before that are still to be reviewed. */
  readonly toReview: readonly string[];
  readonly at: Position;
  readonly outlook: Outlook;
  /** About how many more questions it takes, the one at hand included; 0 at the end. */
  readonly expected: number;
}

export type Position =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'end'; readonly ending: Ending };

/**
 * Why there are no more questions: all is proved; all that could matter was asked; each outcome is likely enough; the
 * person has had enough; or wants to go on later.
 */
export type Ending = 'settled' | 'exhausted' | 'likely' | 'finished' | 'left';

/** An interview as a person sees it. */
export interface Session {
  readonly interview: Interview;
  readonly screen: Screen;
}

export type Screen = QuestionScreen | ListScreen | TextScreen;

export interface QuestionScreen {
  readonly kind: 'question';
  /** The line that is pointed at: a choice, or behind the last one that it is not known. */
  readonly cursor: number;
  /** The choices picked so far, where several may be. */
  readonly ticked: readonly string[];
  /** Why the question is asked is shown as well. */
  readonly isWhyShown: boolean;
  /** Which page of that, from 0, where it does not fit below the choices. */
  readonly page?: number;
  /** What the answer before it changed; absent if none was given just now. */
  readonly changed?: Changed;
  /** The number that the last keys made, to which a digit may be added. */
  readonly typed?: number;
  /** What speaks against the last key. */
  readonly objection?: string;
  /** What else the last key did, where that needs saying. */
  readonly notice?: string;
}

/** The answers so far, to change one; or how each decision stands. */
export interface ListScreen {
  readonly kind: 'answers' | 'status';
  readonly cursor: number;
  /** The question as it was left for this. */
  readonly from: QuestionScreen;
}

/** The name of the system, or a note to the current question. */
export interface TextScreen {
  readonly kind: 'name' | 'note';
  readonly text: string;
  /** The question as it was left for this; none was before the name. */
  readonly from?: QuestionScreen;
}

/** What a person does. */
export type Intent =
  | { readonly kind: Press }
  /** Points at a line, from 0. */
  | { readonly kind: 'point'; readonly line: number }
  /** Picks these lines at once, from 0. */
  | { readonly kind: 'choose'; readonly lines: readonly number[] }
  /** What stands in the line of text now. */
  | { readonly kind: 'type'; readonly text: string }
  /** Pastes something where no text is wanted. */
  | { readonly kind: 'paste' };

/** What needs no more words. */
export type Press =
  | 'up'
  | 'down'
  | 'toggle'
  | 'enter'
  | 'escape'
  | 'why'
  | 'more'
  | 'unknown'
  | 'back'
  | 'edit'
  | 'note'
  | 'status'
  | 'finish'
  | 'quit';

/** Where an interview stands, for an interface that asks one question after the other. */
export interface NextStep {
  readonly interview: Interview;
  /** Where there is a question. */
  readonly why?: Why;
  /** How many questions can still matter and were not asked, that at hand included. */
  readonly remaining: number;
}
