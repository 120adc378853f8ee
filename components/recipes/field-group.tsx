import type { ReactNode } from "react";

/** Fields of a form that belong together, under a small heading and a hairline. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="border-line border-t pt-5">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden className="font-semibold text-ink-3 text-xs">
        {title}
      </p>
      {hint ? <p className="mt-1 max-w-[62ch] text-ink-2 text-sm">{hint}</p> : null}
      <div className="mt-3.5 grid gap-4">{children}</div>
    </fieldset>
  );
}
