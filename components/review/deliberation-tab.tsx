"use client";

import { Conversation } from "#components/deliberation/conversation.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { deliberation: strings } = roomStrings;

/** What the agents said, turn by turn. */
export function DeliberationTab() {
  const { project, record, deliberation, policies } = useRoom().room;
  if (!deliberation) return <p className="text-sm text-ink-3">{strings.none}</p>;
  const clauses = Object.fromEntries(
    policies.flatMap((policy) =>
      policy.clauses.map(({ number, text }) => [number, { policy: policy.title, text }] as const),
    ),
  );
  return (
    <>
      <Conversation deliberation={{ ...deliberation, clauses }} />
      {record.deliberation && (
        <p className="mt-4 text-sm">
          <TextLink
            href={`/projects/${project.slug}/runs/${record.deliberation.run}/${record.deliberation.prompt}`}
          >
            {strings.open}
          </TextLink>
        </p>
      )}
    </>
  );
}
