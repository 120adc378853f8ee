"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useGoOn } from "./use-go-on.ts";

type Submission = ReturnType<typeof useGoOn>;

const Context = createContext<Submission | null>(null);

/** One action at a time leads on from a record, whichever button or key asked for it. */
export function SubmissionProvider({ children }: { children: ReactNode }) {
  return <Context value={useGoOn()}>{children}</Context>;
}

/** Whether the room is on its way to another record, and what was refused. */
export function useSubmission(): Submission {
  const value = useContext(Context);
  if (!value) throw new Error("Parts of the room stand inside a SubmissionProvider.");
  return value;
}
