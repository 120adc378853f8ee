import { type InboxItem, inboxDays, newestOfKind as most } from "#lib/domain/inbox/item.ts";
import { allowedUndoMs, undoableSince } from "#lib/domain/review/reveal.ts";
import { inboxStrings } from "#lib/domain/strings/inbox.ts";
import { isKnownTo, knownAt, mayKnow, withOwnReview } from "#lib/server/comments/known.ts";
import { db } from "#lib/server/database/client.ts";
import { openGaps } from "#lib/server/reviews/gaps.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** Characters of a comment that a list shows. */
const shownText = 400;

/** The reader of an inbox. Leads are told of every comment and every gap, since questions are for them. */
export type InboxReader = { userId: string; isLead: boolean };

/**
 * What concerns one person's work in a project, newest first. It is worked out from what happened and kept nowhere, so
 * that nothing is in it before its time: a comment not before its reader may know what others did with the record, a
 * decision not before it is final. The caller has authorized.
 */
export async function inboxItems(projectId: string, reader: InboxReader): Promise<InboxItem[]> {
  const kinds = await Promise.all([
    commentsFor(projectId, reader),
    resolvedFor(projectId, reader),
    decisionsFor(projectId, reader),
    reader.isLead ? gapsFoundFor(projectId, reader) : [],
    gapsClosedFor(projectId, reader),
    batchesFor(projectId, reader),
  ]);
  return kinds
    .flat()
    .map((item) => ({ ...item, at: new Date(item.at).toISOString() }))
    .sort((one, other) => other.at.localeCompare(one.at));
}

const since = Prisma.sql`now() - make_interval(days => ${inboxDays}::int)`;

/** A condition: the person submitted a review of record `r`, or commented on it. */
function tookPart(userId: string): Prisma.Sql {
  return Prisma.sql`(
    exists (select from review_rounds x join reviews w on w.round_id = x.id
      where x.record_id = r.id and w.reviewer_id = ${userId}::uuid and w.status = 'submitted' and w.withdrawn_at is null)
    or exists (select from comment_threads x join comments d on d.thread_id = x.id
      where x.record_id = r.id and d.author_id = ${userId}::uuid))`;
}

function commentsFor(projectId: string, { userId, isLead }: InboxReader): Promise<InboxItem[]> {
  return db.$queryRaw<InboxItem[]>`
    select c.id, 'comment' as kind, u.name as by, r.ref, left(c.text, ${shownText}) as text,
      ${knownAt(Prisma.sql`c.created_at`)} as at
    from comments c ${withOwnReview(userId)} join users u on u.id = c.author_id
    where c.project_id = ${projectId}::uuid and c.created_at > ${since} and ${isKnownTo(userId)}
      and (${isLead} or ${tookPart(userId)})
    order by c.created_at desc limit ${most}`;
}

/** Threads that the person opened and somebody else resolved. */
function resolvedFor(projectId: string, { userId }: InboxReader): Promise<InboxItem[]> {
  return db.$queryRaw<InboxItem[]>`
    select t.id, 'resolved' as kind, u.name as by, r.ref, left(c.text, ${shownText}) as text,
      ${knownAt(Prisma.sql`t.resolved_at`)} as at
    from comments c ${withOwnReview(userId)} join users u on u.id = t.resolved_by_id
    where t.resolved_at > ${since} and c.project_id = ${projectId}::uuid
      and c.id = (select d.id from comments d where d.thread_id = t.id order by d.id limit 1)
      and c.author_id = ${userId}::uuid and t.resolved_by_id <> ${userId}::uuid and ${mayKnow()}
    order by t.resolved_at desc limit ${most}`;
}

function decisionsFor(projectId: string, { userId }: InboxReader): Promise<InboxItem[]> {
  return db.$queryRaw<InboxItem[]>`
    select v.id, 'adjudicated' as kind, u.name as by, r.ref, v.decision,
      v.submitted_at + ${allowedUndoMs} * interval '1 millisecond' as at
    from reviews v
    join review_rounds o on o.id = v.round_id
    join records r on r.id = o.record_id
    join users u on u.id = v.reviewer_id
    where v.kind = 'adjudication' and v.withdrawn_at is null and v.submitted_at > ${since}
      and v.submitted_at <= ${undoableSince(new Date())} and r.project_id = ${projectId}::uuid
      and exists (select from reviews w where w.round_id = o.id and w.reviewer_id = ${userId}::uuid
        and w.kind = 'review' and w.status = 'submitted' and w.withdrawn_at is null and not w.after_reveal)
    order by v.submitted_at desc limit ${most}`;
}

/** Gaps that wait for the leads, each from when its round was closed for good. */
async function gapsFoundFor(projectId: string, { userId }: InboxReader): Promise<InboxItem[]> {
  const gaps = await openGaps(projectId, { days: inboxDays, most, except: userId });
  return gaps.map(({ closedAt, text, ...gap }) => ({
    ...gap,
    kind: "gap_found",
    text: text.slice(0, shownText),
    at: new Date(closedAt.getTime() + allowedUndoMs).toISOString(),
  }));
}

function gapsClosedFor(projectId: string, { userId }: InboxReader): Promise<InboxItem[]> {
  return db.$queryRaw<InboxItem[]>`
    select v.id, 'gap_closed' as kind, u.name as by, r.ref, v.note_kind as "noteKind", g.closed_at as at
    from gap_closings g
    join reviews v on v.id = g.review_id
    join review_rounds o on o.id = v.round_id
    join records r on r.id = o.record_id
    join users u on u.id = g.closed_by_id
    where g.closed_at > ${since} and v.reviewer_id = ${userId}::uuid and g.closed_by_id <> ${userId}::uuid
      and r.project_id = ${projectId}::uuid
    order by g.closed_at desc limit ${most}`;
}

/** Batches that somebody else made for the person and that are not over. */
function batchesFor(projectId: string, { userId }: InboxReader): Promise<InboxItem[]> {
  return db.$queryRaw<InboxItem[]>`
    select b.id, 'batch' as kind, coalesce(u.name, ${inboxStrings.operator}) as by, b.name,
      (select count(*)::int from batch_items i where i.batch_id = b.id) as records,
      to_char(b.due_on, 'YYYY-MM-DD') as "dueOn", b.created_at as at
    from batch_people m join batches b on b.id = m.batch_id left join users u on u.id = b.created_by_id
    where m.user_id = ${userId}::uuid and b.project_id = ${projectId}::uuid and b.ended_at is null
      and b.created_at > ${since} and b.created_by_id is distinct from ${userId}::uuid
    order by b.created_at desc limit ${most}`;
}
