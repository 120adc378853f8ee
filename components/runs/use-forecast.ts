"use client";

import { useEffect, useState } from "react";
import type { ServerAction } from "#components/ui/action-state.ts";
import type { RunChoice } from "#lib/domain/run/new-run.ts";
import type { RunForecast } from "#lib/domain/run/options.ts";

/** How long the choice must rest before it is estimated anew. */
const restMs = 250;

/** What a choice would take, asked anew whenever it changes. The last answer stands until the next one comes. */
export function useForecast(
  choice: RunChoice,
  initial: RunForecast,
  forecast: ServerAction<RunChoice, RunForecast>,
): { forecast: RunForecast; isOld: boolean } {
  const asked = JSON.stringify(choice);
  const [answer, setAnswer] = useState({ to: asked, forecast: initial });

  useEffect(() => {
    if (answer.to === asked) return;
    let isDropped = false;
    const timer = setTimeout(async () => {
      const outcome = await forecast(JSON.parse(asked)).catch(() => null);
      if (!isDropped && outcome?.ok) setAnswer({ to: asked, forecast: outcome.value });
    }, restMs);
    return () => {
      isDropped = true;
      clearTimeout(timer);
    };
  }, [asked, answer.to, forecast]);

  return { forecast: answer.forecast, isOld: answer.to !== asked };
}
