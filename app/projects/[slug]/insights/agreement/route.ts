import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { agreementCsv } from "#lib/domain/insights/agreement-csv.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadAgreement } from "#lib/server/insights/agreement.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** How the reviewers of a project agree, as CSV. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/insights/agreement">,
): Promise<Response> {
  return respond(request, async () => {
    const { slug } = await params;
    const actor = await requireActor();
    const { project } = await requireProject(actor, slug, "records.read");
    const { names, ...agreement } = await loadAgreement(actor, project.id);
    return fileResponse(`${slug}-agreement.csv`, "text/csv", agreementCsv(agreement, names));
  });
}
