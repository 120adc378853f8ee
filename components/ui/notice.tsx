import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type NoticeTone = "info" | "ok" | "warn" | "bad";

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  /** Buttons or links that mend what the notice tells of. */
  action?: ReactNode;
  children?: ReactNode;
  className?: string;
};

const looks: Record<NoticeTone, { Icon: typeof Info; ground: string; mark: string }> = {
  info: { Icon: Info, ground: "border-line bg-sunken", mark: "text-accent" },
  ok: { Icon: CircleCheck, ground: "border-ok/30 bg-ok-soft", mark: "text-ok" },
  warn: { Icon: TriangleAlert, ground: "border-warn/30 bg-warn-soft", mark: "text-warn" },
  bad: { Icon: CircleAlert, ground: "border-bad/30 bg-bad-soft", mark: "text-bad" },
};

/** A message that stays where it concerns something: what happened and what to do. */
export function Notice({ tone = "info", title, action, children, className }: NoticeProps) {
  const { Icon, ground, mark } = looks[tone];
  return (
    <div
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-3.5 py-2.5 text-sm",
        ground,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 gap-2.5">
        <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", mark)} />
        <div className="min-w-0 text-ink">
          {title != null && <p className="font-medium">{title}</p>}
          {children != null && <div className={cx(title != null && "text-ink-2")}>{children}</div>}
        </div>
      </div>
      {action != null && <div className="flex flex-wrap gap-2 max-sm:pl-6.5">{action}</div>}
    </div>
  );
}
