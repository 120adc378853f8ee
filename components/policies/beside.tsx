import type { ReactNode } from "react";

/** A text with what is looked up about it at its side; under it on a narrow screen. */
export function Beside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="min-w-0">{children}</div>
      <div className="lg:sticky lg:top-20 lg:self-start">{aside}</div>
    </div>
  );
}
