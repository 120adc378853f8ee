import { addressNumber } from "#app/address-number.ts";
import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadRecipe } from "#lib/server/recipes/load.ts";

type Context = RouteContext<"/projects/[slug]/recipes/[id]/download">;

/** A version of a recipe as JSON, as an import takes it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const [actor, { slug, id }] = await Promise.all([requireActor(), params]);
    const wanted = new URL(request.url).searchParams.get("version");
    const { project } = await requireProject(actor, slug, "recipes.read");
    const number = wanted === null ? null : addressNumber(wanted);
    const { name, version, body } = await loadRecipe(actor, project.id, id, number);
    return fileResponse(fileName(name, version), "application/json", `${JSON.stringify(body, null, 2)}\n`);
  });
}

function fileName(name: string, version: number): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? ["recipe"];
  return `${words.join("-")}.v${version}.json`;
}
