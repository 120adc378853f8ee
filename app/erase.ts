"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/server/action.ts";
import { EraseRequest, erase } from "#lib/server/erase/erase.ts";

/** Erases a prompt or a record; for pages to hand to an `EraseDialog`. */
export const eraseContent = action(EraseRequest, async (request, actor) => {
  const tombstones = await erase(actor, request);
  revalidatePath("/projects/[slug]", "layout");
  return tombstones;
});
