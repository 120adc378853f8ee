import { respond } from "#app/respond.ts";
import { fileNameIn } from "#lib/domain/import/file-name.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { openUpload } from "#lib/server/imports/open.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/projects/[slug]/imports">;

/**
 * Takes a file and begins to read it. The body is the file as it is, byte for byte; its name stands percent-encoded
 * in the header `X-File-Name`. Answers 202 `{number}` once all of it has arrived: the page of that import shows how
 * reading goes on.
 */
export const POST = (request: Request, { params }: Context) =>
  respond(request, async () => {
    const actor = await requireActor();
    const { slug } = await params;
    const { project } = await requireProject(actor, slug, "prompts.import");
    const { number } = await openUpload(actor, project.id, {
      fileName: fileNameIn(request.headers.get("x-file-name")),
      body: request.body ?? nothing(),
      bytes: announced(request.headers.get("content-length")),
    });
    return Response.json({ number }, { status: 202, headers: { "cache-control": "private, no-store" } });
  });

function announced(length: string | null): number | null {
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
