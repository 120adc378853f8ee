"use client";

import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { Severity } from "#components/prompts/severity.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Severity as Level } from "#lib/domain/prompt/prompt.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";

const { veil: strings } = exposureStrings;

/** Text that is blurred, and neither read out nor found, until the reader asks for it. */
export function Veil({ isVeiled, children }: { isVeiled: boolean; children: ReactNode }) {
  return (
    <div
      inert={isVeiled}
      aria-hidden={isVeiled || undefined}
      className={cx(isVeiled ? "max-h-[55dvh] overflow-hidden blur-lg select-none" : "contents")}
    >
      {children}
    </div>
  );
}

type VeilNoticeProps = {
  severity: Level;
  /** Category, and data set where it is known. */
  from: string;
  text: string;
  /** Null where it is not the reader's to reveal. */
  onReveal: (() => void) | null;
  /** Null where there is nothing to skip. */
  onSkip: (() => void) | null;
  className: string;
};

/** What stands before blurred text: category and severity, and what the reader can do. */
export function VeilNotice({ severity, from, text, onReveal, onSkip, className }: VeilNoticeProps) {
  return (
    <section aria-labelledby="veil" className={cx("bg-sunken py-6", className)}>
      <div className="mb-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
        <Severity level={severity} full />
        <span>{from}</span>
      </div>
      <h1 id="veil" className="text-lg font-medium">
        {strings.title}
      </h1>
      <p className="mt-1 max-w-[60ch] text-sm text-ink-2">{text}</p>
      {onReveal && (
        <div className="mt-4 flex flex-wrap gap-2.5">
          <Button variant="primary" aria-keyshortcuts="v" onClick={onReveal}>
            <Eye aria-hidden />
            {strings.reveal}
            <Kbd inherit>v</Kbd>
          </Button>
          {onSkip && (
            <Button aria-keyshortcuts="s" onClick={onSkip}>
              {strings.skip}
              <Kbd>s</Kbd>
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
