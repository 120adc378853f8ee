"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { beginReading, sinceBreak } from "./reading-time.ts";

const { breaks: strings } = exposureStrings;
const lookEveryMs = 15_000;
const laterMinutes = 10;

/**
 * Suggests a break as often as the reader asked for; nothing stops if they go on.
 *
 * @param breakMinutes minutes of reading between two breaks; null for no suggestion
 */
export function BreakNotice({ breakMinutes }: { breakMinutes: number | null }) {
  const [read, setRead] = useState(0);
  useEffect(() => {
    if (breakMinutes === null) return;
    const look = () => setRead(sinceBreak());
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [breakMinutes]);
  if (breakMinutes === null || read < breakMinutes * 60) return null;
  const goOn = (seconds: number) => {
    beginReading(seconds);
    setRead(seconds);
  };
  return (
    <div role="status">
      <Notice
        title={strings.title(Math.floor(read / 60))}
        className="mb-4"
        action={
          <>
            <Button size="sm" onClick={() => goOn(0)}>
              {strings.took}
            </Button>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => goOn(Math.max(0, breakMinutes - laterMinutes) * 60)}
            >
              {strings.later}
            </Button>
          </>
        }
      >
        {strings.text}
      </Notice>
    </div>
  );
}
