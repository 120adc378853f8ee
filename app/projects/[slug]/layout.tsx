import type { ReactNode } from "react";
import { load } from "#app/load.ts";
import { signOutHere } from "#app/sign-out.ts";
import { ProjectShell } from "#components/shell/project-shell.tsx";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadShell } from "#lib/server/projects/shell.ts";

type ProjectLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

/** The frame around a project's pages. Each page asks again what it may show. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { slug } = await params;
  const actor = await requireActor();
  const facts = await load(() => loadShell(actor, slug));
  return (
    <ProjectShell actor={actor} facts={facts} signOut={signOutHere}>
      {children}
    </ProjectShell>
  );
}
