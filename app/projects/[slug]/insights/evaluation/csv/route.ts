import { fileResponse } from "#app/file-response.ts";
import { respond } from "#app/respond.ts";
import { evaluationCsv } from "#lib/domain/evaluation/evaluation-csv.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadEvaluation } from "#lib/server/evaluation/table.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/** How the evaluated endpoints of a project do, as CSV. */
export function GET(
  request: Request,
  { params }: RouteContext<"/projects/[slug]/insights/evaluation/csv">,
): Promise<Response> {
  return respond(request, async () => {
    const { slug } = await params;
    const actor = await requireActor();
    const { project } = await requireProject(actor, slug, "runs.read");
    const chosen = new URL(request.url).searchParams.getAll("run").map(Number);
    const { table } = await loadEvaluation(actor, project.id, chosen);
    return fileResponse(`${slug}-evaluation.csv`, "text/csv", evaluationCsv(table));
  });
}
