import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { dataCard } from "#lib/domain/export/card.ts";
import { cardName } from "#lib/domain/export/file-name.ts";
import { currentManifest } from "#lib/server/data-sets/current-manifest.ts";
import { findRelease } from "../../../find-release.ts";

type Context = RouteContext<"/projects/[slug]/data-sets/[number]/[format]/card">;

/** The manifest in sentences, for people. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const { actor, snapshotId, format } = await findRelease(params);
    const manifest = await currentManifest(actor, snapshotId, format);
    return fileResponse(cardName(manifest.file), "text/markdown", dataCard(manifest));
  });
}
