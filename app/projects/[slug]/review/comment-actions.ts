"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { CommentText } from "#lib/domain/comment/thread.ts";
import { action } from "#lib/server/action.ts";
import { earlierComments, olderThreads } from "#lib/server/comments/further-back.ts";
import { comment, setResolved } from "#lib/server/comments/write.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const place = { slug: z.string(), ref: z.string() };
const Opening = z.object({ ...place, thoughtId: z.string().max(64).nullable(), text: CommentText });
const Reply = z.object({ ...place, threadId: z.uuid(), text: CommentText });
const Before = z.object({ ...place, before: z.uuid() });
const Resolution = z.object({ ...place, threadId: z.uuid(), resolved: z.boolean() });

export const openThread = action(Opening, async ({ slug, ...said }, actor) => {
  const { project } = await requireProject(actor, slug, "records.review");
  await comment(actor, project.id, said);
  refresh();
});

export const replyInThread = action(Reply, async ({ slug, ...said }, actor) => {
  const { project } = await requireProject(actor, slug, "records.review");
  await comment(actor, project.id, said);
  refresh();
});

export const resolveThread = action(Resolution, async ({ slug, ...resolution }, actor) => {
  const { project } = await requireProject(actor, slug, "records.review");
  await setResolved(actor, project.id, resolution);
  refresh();
});

export const loadOlderThreads = action(Before, async ({ slug, ...asked }, actor) => {
  const { project } = await requireProject(actor, slug, "project.read");
  return olderThreads(actor, project.id, asked);
});

export const loadEarlierComments = action(
  Before.extend({ threadId: z.uuid() }),
  async ({ slug, ...asked }, actor) => {
    const { project } = await requireProject(actor, slug, "project.read");
    return earlierComments(actor, project.id, asked);
  },
);
