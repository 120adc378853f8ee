import type { ReactNode } from "react";

/** A thought that was added (+) or taken away (−), in the reading voice, with what belongs to it behind. */
export function ThoughtLine({
  text,
  removed = false,
  children,
}: {
  text: string;
  removed?: boolean;
  children?: ReactNode;
}) {
  return (
    <p className={`mt-1.5 max-w-[70ch] font-read text-[16px]/[1.55] ${removed ? "text-ink-3" : ""}`}>
      <span aria-hidden className={`mr-1.5 font-mono ${removed ? "text-bad" : "text-ok"}`}>
        {removed ? "−" : "+"}
      </span>
      {removed ? <s className="decoration-1">{text}</s> : text}{" "}
      <span className="inline-flex flex-wrap items-center gap-1.5 align-baseline font-ui text-xs">
        {children}
      </span>
    </p>
  );
}
