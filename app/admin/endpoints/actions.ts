"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { EndpointChange, KeyInput, NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import { action } from "#lib/server/action.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import { setKey } from "#lib/server/endpoints/key.ts";
import { setGrants } from "#lib/server/endpoints/set-grants.ts";
import * as state from "#lib/server/endpoints/state.ts";
import { testEndpoint } from "#lib/server/endpoints/test.ts";
import { updateEndpoint } from "#lib/server/endpoints/update.ts";

const One = z.object({ id: z.uuid() });

function refresh() {
  revalidatePath("/admin/endpoints", "layout");
}

export const create = action(NewEndpoint, (input, actor) => createEndpoint(actor, input));

export const update = action(EndpointChange.extend({ id: z.uuid() }), async ({ id, ...change }, actor) => {
  await updateEndpoint(actor, id, change);
  refresh();
});

export const key = action(One.extend({ key: KeyInput.nullable() }), async (input, actor) => {
  await setKey(actor, input.id, input.key);
  refresh();
});

export const grant = action(One.extend({ projectIds: z.array(z.uuid()) }), async (input, actor) => {
  await setGrants(actor, input.id, input.projectIds);
  refresh();
});

export const test = action(One, async ({ id }, actor) => {
  const result = await testEndpoint(actor, id);
  refresh();
  return result;
});

export const start = action(One, async ({ id }, actor) => {
  await state.startEndpoint(actor, id);
  refresh();
});

export const stop = action(One, async ({ id }, actor) => {
  await state.stopEndpoint(actor, id);
  refresh();
});

export const archive = action(One, async ({ id }, actor) => {
  await state.archiveEndpoint(actor, id);
  refresh();
});
