import type { Refusal } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";

type ShowMoreProps = { name: string; busy: boolean; refusal: Refusal | null; onClick: () => void };

/** Above what is shown of a list: the way to what came before. */
export function ShowMore({ name, busy, refusal, onClick }: ShowMoreProps) {
  return (
    <div className="mb-2">
      <RefusalNotice refusal={refusal} />
      <Button size="sm" variant="quiet" busy={busy} onClick={onClick}>
        {name}
      </Button>
    </div>
  );
}
