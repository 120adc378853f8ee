import { Notice } from "./notice.tsx";

/** Says over a bar of actions why the last one was refused, aloud too. */
export function RefusalNotice({ refusal }: { refusal: { message: string } | null }) {
  return (
    <div aria-live="assertive" className="empty:hidden">
      {refusal && (
        <Notice tone="bad" className="mb-2.5">
          {refusal.message}
        </Notice>
      )}
    </div>
  );
}
