import type { Actor } from "#lib/domain/access/actions.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7InOrder } from "#lib/server/database/uuid7.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** In no order: an id that counts up would tell these pairs from those of a belief run before they are judged. */
const anyPlace = Prisma.sql`floor(random() * 67108864)::bigint`;

/**
 * Makes pairs of what people changed: of each approved record what the deciding review was given, and what earlier rounds
 * began with, against what was approved. Equal texts make no pair, and making them again makes none twice.
 *
 * @returns how many are new
 * @throws Refused `not_found`, `forbidden`
 */
export async function makePairsOfEdits(actor: Actor, projectId: string): Promise<{ made: number }> {
  await authorize(actor, "pairs.make", { projectId });
  return db.$transaction(async (tx) => {
    const made = await tx.$executeRaw`
      with given as (
        select r.prompt_id, v.id as selected, b.id as rejected, b.content_hash, o.number,
          case when o.id = k.round_id then 'edit' else 'round' end::pair_origin as origin
        from approvals a
        join records r on r.id = a.record_id and r.status = 'approved' and not r.planted
        join prompts p on p.id = r.prompt_id and p.erasure_id is null
        join reviews k on k.id = a.review_id
        join revisions v on v.id = a.revision_id and v.erasure_id is null
        join review_rounds o on o.record_id = r.id
        join revisions b on b.id = o.base_revision_id and b.erasure_id is null and b.content_hash <> v.content_hash
        where r.project_id = ${projectId}::uuid and a.withdrawn_at is null
      ), once as (
        select distinct on (selected, content_hash) * from given order by selected, content_hash, number desc
      ), fresh as (
        select * from once
        where not exists (select from pairs x where x.selected_revision_id = selected and x.rejected_revision_id = rejected)
      )
      insert into pairs (id, project_id, prompt_id, origin, selected_revision_id, rejected_revision_id)
      select ${uuid7InOrder(anyPlace)}, ${projectId}::uuid, prompt_id, origin, selected, rejected from fresh
      on conflict (selected_revision_id, rejected_revision_id) do nothing`;
    await appendAudit(tx, {
      actor,
      projectId,
      action: "pairs.make",
      objectKind: "project",
      objectId: projectId,
      detail: { made },
    });
    return { made };
  });
}
