"use client";

import { Plus, X } from "lucide-react";
import { Chip } from "#components/ui/chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { editThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ClausePicker } from "./clause-picker.tsx";
import { useEdit, useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

type ThoughtClausesProps = { thought: Thought; number: number; isFocused: boolean };

/** The clauses a thought cites. Pressing one points at its text; while in focus, citations come and go. */
export function ThoughtClauses({ thought, number, isFocused }: ThoughtClausesProps) {
  const { id, clauses } = thought;
  const { room, store } = useRoom();
  const isCiting = useRoomState((state) => state.citing === id);
  const pointedAt = useRoomState((state) => state.clause);
  const canEdit = useIsReviewing() && isFocused && isKept(thought);
  const edit = useEdit();
  const { pointAt } = useRoomMoves();
  const known = new Set(room.policies.flatMap((policy) => policy.clauses.map((clause) => clause.number)));
  const change = (next: string[]) => edit((draft, base) => editThought(draft, base, id, { clauses: next }));
  return (
    <>
      {clauses.length === 0 && <Chip variant="dashed">{strings.citesNone}</Chip>}
      {clauses.map((clause) => (
        <span key={clause} className="group/cite inline-flex items-center">
          <Chip
            variant={known.has(clause) ? "solid" : "dashed"}
            selected={isFocused || pointedAt === clause}
            aria-label={strings.clause(clause)}
            onFocus={() => store.setState({ clause })}
            onClick={() => pointAt(clause)}
          >
            {clause}
          </Chip>
          {canEdit && (
            <button
              type="button"
              aria-label={strings.uncite(clause)}
              onClick={() => change(clauses.filter((one) => one !== clause))}
              className="grid h-6 w-0 place-items-center overflow-hidden rounded-sm text-ink-3 group-focus-within/cite:w-6 group-hover/cite:w-6 hover:text-bad pointer-coarse:w-6"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          )}
        </span>
      ))}
      {canEdit && (
        <ClausePicker
          open={isCiting}
          onOpenChange={(open) => store.setState({ citing: open ? id : null })}
          label={strings.chooseClauses(number)}
          cited={clauses}
          onChange={change}
          trigger={
            <Chip aria-haspopup="dialog">
              <Plus aria-hidden className="size-3" />
              {strings.addClause} <Kbd>l</Kbd>
            </Chip>
          }
        />
      )}
    </>
  );
}
