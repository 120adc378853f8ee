import { z } from "zod";
import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { Refused } from "#lib/domain/errors.ts";
import { qualityCsv, qualityParts } from "#lib/domain/grading/quality-csv.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadQuality } from "#lib/server/grading/quality.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** How two graded runs of a project compare, as CSV; with `?part=` what one plot shows. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/insights/quality/csv">,
): Promise<Response> {
  return respond(request, async () => {
    const { slug } = await params;
    const actor = await requireActor();
    const { project } = await requireProject(actor, slug, "runs.read");
    const { searchParams } = new URL(request.url);
    const choice = { base: Number(searchParams.get("base")), other: Number(searchParams.get("other")) };
    const { quality } = await loadQuality(actor, project.id, choice);
    if (!quality) throw new Refused("not_found", strings.emptyTitle);
    const part = z.enum(qualityParts).safeParse(searchParams.get("part")).data;
    return fileResponse(
      `${slug}-quality-${quality.base.number}-${quality.other.number}${part === undefined ? "" : `-${part}`}.csv`,
      "text/csv",
      qualityCsv(quality, part),
    );
  });
}
