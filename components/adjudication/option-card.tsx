import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

type OptionCardProps = {
  /** Names the group of radio buttons. */
  name: string;
  title: string;
  /** What was said of it, beside the title. */
  mark: ReactNode;
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
};

/** One version that can be chosen: whose it is, what they said of it, and how it reads. */
export function OptionCard({ name, title, mark, isChosen, onChoose, children }: OptionCardProps) {
  return (
    <label
      className={cx(
        "relative flex cursor-pointer flex-col gap-1.5 rounded-md border px-3 py-2.5 transition-colors duration-100 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        isChosen ? "border-accent bg-accent-soft/40" : "border-line hover:border-line-strong",
      )}
    >
      <span className="flex items-center gap-2 text-xs">
        <input
          type="radio"
          name={name}
          checked={isChosen}
          onChange={onChoose}
          className="size-4 shrink-0 appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[5px] checked:border-accent"
        />
        <b className="min-w-0 truncate font-[550]">{title}</b>
        <span className="ml-auto shrink-0">{mark}</span>
      </span>
      {children}
    </label>
  );
}
