import type { Metadata } from "next";
import { z } from "zod";
import { addressId } from "#app/address-id.ts";
import { load } from "#app/load.ts";
import { PairClosed } from "#components/pairs/pair-closed.tsx";
import { PairRoom } from "#components/pairs/pair-room.tsx";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { countedPairs } from "#lib/server/pairs/claim.ts";
import { loadPair } from "#lib/server/pairs/load-room.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { answerPair, claimPair, decidePair, nextInLine, undoPair } from "../actions.ts";

export const metadata: Metadata = { title: strings.title };

const actions = { answer: answerPair, decide: decidePair, undo: undoPair, next: nextInLine };

export default async function PairPage({ params, searchParams }: PageProps<"/projects/[slug]/pairs/[id]">) {
  const [actor, { slug, id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const standing = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.review");
    return loadPair(actor, { projectId: project.id, pairId: addressId(id) });
  });
  if (standing.kind !== "open") {
    return <PairClosed kind={standing.kind} slug={slug} pairId={id} claim={claimPair} />;
  }
  const { room, left } = standing;
  const after = z.uuid().safeParse(query.after);
  return (
    <PairRoom
      key={room.id}
      room={room}
      slug={slug}
      left={strings.left(left, left >= countedPairs)}
      undoable={after.success ? after.data : null}
      actions={actions}
    />
  );
}
