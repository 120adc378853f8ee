"use client";

import { FindingNotes } from "#components/checks/finding-notes.tsx";
import { useRoomState } from "./room-context.tsx";

/** What the checks noticed in a thought. The server tells it once the thought is labelled. */
export function ThoughtFindings({ id, text }: { id: string; text: string }) {
  const findings = useRoomState((state) => state.findings);
  const details = findings.flatMap(({ thoughtId, detail }) => (thoughtId === id ? detail : []));
  return <FindingNotes details={details} text={text} className="col-start-2 col-end-[-1] mt-1.5" />;
}
