import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { manifestName } from "#lib/domain/export/file-name.ts";
import { manifestText } from "#lib/domain/export/manifest.ts";
import { currentManifest } from "#lib/server/data-sets/current-manifest.ts";
import { findRelease } from "../../../find-release.ts";

type Context = RouteContext<"/projects/[slug]/data-sets/[number]/[format]/manifest">;

/** What lies beside the file: where its rows came from, and its hash. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const { actor, snapshotId, format } = await findRelease(params);
    const manifest = await currentManifest(actor, snapshotId, format);
    return fileResponse(manifestName(manifest.file), "application/json", manifestText(manifest));
  });
}
