import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { FamilyId } from "#lib/domain/export/chat-template/families.ts";
import { readmeName } from "#lib/domain/export/file-name.ts";
import { currentReadme } from "#lib/server/data-sets/readme.ts";
import { findRelease } from "../../../find-release.ts";

type Context = RouteContext<"/projects/[slug]/data-sets/[number]/[format]/readme">;

/** How to train on the file; with `?family=qwen-3` for that family of models. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const { actor, snapshotId, format } = await findRelease(params);
    const family = FamilyId.safeParse(new URL(request.url).searchParams.get("family")).data;
    const { file, text } = await currentReadme(actor, snapshotId, format, { family });
    return fileResponse(readmeName(file), "text/markdown", text);
  });
}
