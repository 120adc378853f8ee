import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { Message, Severity } from "./prompt.ts";

/** A prompt in a list; `text` is cut to what a list shows. */
export type PromptRow = {
  number: number;
  text: string;
  turns: number;
  severity: Severity;
  category: string | null;
  dataSet: string | null;
  licence: string | null;
  erased: boolean;
  records: number;
  /** Set aside to evaluate endpoints with. */
  evaluation: boolean;
};

/** A page of prompts in order of number; `next` goes into the address of the next page. */
export type PromptPage = { rows: PromptRow[]; next: number | null };

/** A prompt with where it came from and what became of it. */
export type PromptView = {
  id: string;
  number: number;
  messages: Message[];
  severity: Severity;
  category: string | null;
  subcategory: string | null;
  dataSet: string | null;
  sourceRow: number | null;
  licence: string | null;
  importNumber: number | null;
  createdAt: string;
  evaluation: boolean;
  erased: { reason: string; at: string } | null;
  deliberations: {
    ref: string;
    runNumber: number;
    recipe: string;
    outcome: Outcome | null;
    synthetic: boolean;
  }[];
  records: { ref: string; status: RecordStatus; synthetic: boolean }[];
};
