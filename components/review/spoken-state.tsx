"use client";

import { useEffect, useState } from "react";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom } from "./room-context.tsx";

/** Tells screen readers what others see: that the record is theirs, and, once and after trouble, that it is saved. */
export function SpokenState() {
  const { room, store } = useRoom();
  const isReviewing = useIsReviewing();
  const { ref } = room.record;
  const [said, say] = useState("");
  useEffect(() => {
    if (!isReviewing) return;
    // A region that comes with its words is not read out; one whose words change is.
    say(strings.claimed(ref));
    return store.subscribe(({ save }, before) => {
      if (save === before.save || save.kind === "saving") return;
      say(save.kind === "saved" ? strings.saved : "");
    });
  }, [isReviewing, ref, store]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
