import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { signOutHere } from "#app/sign-out.ts";
import { AdminShell } from "#components/shell/admin-shell.tsx";
import { requireActor } from "#lib/server/access/actor.ts";

/** The frame around the pages of the installation. Each page asks again what it may show. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  if (!actor.isAdmin) forbidden();
  return (
    <AdminShell actor={actor} signOut={signOutHere}>
      {children}
    </AdminShell>
  );
}
