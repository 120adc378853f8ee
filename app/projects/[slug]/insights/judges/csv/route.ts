import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { judgeCsv } from "#lib/domain/grading/judge-csv.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadJudges } from "#lib/server/grading/judges.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** How the judges of a project agree with people, as CSV. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/insights/judges/csv">,
): Promise<Response> {
  return respond(request, async () => {
    const { slug } = await params;
    const actor = await requireActor();
    const { project } = await requireProject(actor, slug, "records.read");
    const { judges } = await loadJudges(actor, project.id);
    return fileResponse(`${slug}-judges.csv`, "text/csv", judgeCsv(judges));
  });
}
