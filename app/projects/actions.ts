"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ProjectName, ProjectSlug } from "#lib/domain/project/name.ts";
import { action } from "#lib/server/action.ts";
import { addMember } from "#lib/server/people/members.ts";
import { createProject } from "#lib/server/projects/create.ts";
import { allowBeliefRuns } from "#lib/server/runs/belief-runs.ts";

export const makeProject = action(
  z.object({ name: ProjectName, slug: ProjectSlug }),
  async (project, actor) => {
    const { slug } = await createProject(actor, project);
    redirect(`/projects/${slug}`);
  },
);

export const joinAsLead = action(z.object({ slug: z.string() }), async ({ slug }, actor) => {
  await addMember(actor, { slug, userId: actor.userId, role: "lead" });
  refresh();
});

export const allowBeliefs = action(
  z.object({ slug: z.string(), allowed: z.boolean() }),
  async (given, actor) => {
    await allowBeliefRuns(actor, given);
    refresh();
  },
);
