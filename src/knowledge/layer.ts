import type { Decision, Waiver } from '../model/decision.ts';
import type { Combination, ProfileFile, Quality, Renamed } from '../model/knowledge.ts';
import type { Contradiction, Question, QuestionGroup } from '../model/question.ts';
import type { ParsedDocument } from './parse-document.ts';

/** The texts of one place that knowledge comes from; what a place does not have is absent. */
export interface LayerFiles {
  readonly qualities?: TextFile;
  readonly questions?: TextFile;
  readonly decisions?: TextFile;
  readonly documents: readonly TextFile[];
  readonly profiles: readonly TextFile[];
  /** The decisions were written for these documents, so that each pattern they name should be here. */
  readonly complete: boolean;
}

export interface TextFile {
  /** As diagnostics and advice name it. */
  readonly file: string;
  readonly text: string;
}

/** One layer, read. Where two layers define one id the later wins. */
export interface Layer {
  readonly version?: string;
  readonly qualities: readonly Quality[];
  readonly groups: readonly QuestionGroup[];
  readonly questions: readonly Question[];
  readonly contradictions: readonly Contradiction[];
  readonly renamed: readonly Renamed[];
  readonly decisions: readonly Decision[];
  readonly combinations: readonly Combination[];
  readonly waivers: readonly Waiver[];
  readonly documents: readonly ParsedDocument[];
  readonly profiles: readonly ProfileFile[];
  readonly complete: boolean;
}
