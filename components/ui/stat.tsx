import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { PageLink } from "./page-link.tsx";
import { type Tone, textTone } from "./tone.ts";

/** Numbers side by side, set apart by hairlines; takes Stats. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-8 border-y border-line">
      {children}
    </dl>
  );
}

type StatProps = {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  /** What the number is out of, or since when. */
  hint?: ReactNode;
  tone?: Tone;
  /** Where the number comes from. */
  href?: string;
};

/** One number with its name; inside a StatRow. */
export function Stat({ label, value, hint, tone, href }: StatProps) {
  return (
    <div className="relative py-3.5">
      <dt className="text-xs text-ink-3">
        {href ? (
          <PageLink
            href={href}
            className="rounded-sm underline-offset-3 after:absolute after:inset-0 hover:text-ink hover:underline"
          >
            {label}
          </PageLink>
        ) : (
          label
        )}
      </dt>
      <dd className={cx("mt-0.5 text-title font-medium tracking-tight tabular-nums", tone && textTone[tone])}>
        {value}
        {hint != null && <span className="ml-2 text-xs font-normal tracking-normal text-ink-3">{hint}</span>}
      </dd>
    </div>
  );
}
