import { createGzip } from "node:zlib";
import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { streamRelease } from "#lib/server/data-sets/release.ts";
import { findRelease } from "../../../find-release.ts";

type Context = RouteContext<"/projects/[slug]/data-sets/[number]/[format]/download">;

/** The file, as it is written; with `?gzip=1` compressed. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const { actor, snapshotId, format } = await findRelease(params);
    const { fileName, stream } = await streamRelease(actor, snapshotId, format);
    const isCompressed = new URL(request.url).searchParams.has("gzip");
    const body = isCompressed ? stream.compose(createGzip()) : stream;
    return fileResponse(
      `${fileName}${isCompressed ? ".gz" : ""}`,
      isCompressed ? "application/gzip" : "application/jsonl",
      body,
    );
  });
}
