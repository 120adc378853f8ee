/** A role in a project, as stored in memberships. */
export type ProjectRole = "annotator" | "lead" | "reader";

/** Who holds the database acts as `operator`: admin and lead everywhere, never a reviewer. */
export type Actor =
  | { kind: "person"; userId: string; name: string; email: string; isAdmin: boolean }
  | { kind: "operator" };

/** What can be done in a project, and which roles may. Nothing else grants access to a project's content. */
export const projectActions = {
  "project.read": ["annotator", "lead", "reader"],
  "project.configure": ["lead"],
  "members.read": ["lead"],
  "members.manage": ["lead"],
  "prompts.read": ["lead", "reader"],
  "prompts.import": ["lead"],
  "recipes.read": ["lead", "reader"],
  "recipes.edit": ["lead"],
  "runs.read": ["lead", "reader"],
  "runs.start": ["lead"],
  "runs.control": ["lead"],
  "policies.read": ["annotator", "lead", "reader"],
  "policies.edit": ["lead"],
  "policies.publish": ["lead"],
  "records.read": ["lead", "reader"],
  "records.review": ["annotator", "lead"],
  "records.adjudicate": ["lead"],
  "records.plant": ["lead"],
  "records.withdraw": ["lead"],
  "exposure.totals": ["lead"],
  "pairs.make": ["lead"],
  /** What models were told, and what they said under it. */
  "beliefs.read": ["lead"],
  "records.assign": ["lead"],
  "dataSets.read": ["lead", "reader"],
  "dataSets.release": ["lead"],
  "audit.read": ["lead"],
} as const satisfies Record<string, readonly ProjectRole[]>;

/** What belongs to the installation; only admins may. */
export const installationActions = [
  "endpoints.manage",
  "people.manage",
  "projects.create",
  /** Lets a project run what makes models reason against the policies. */
  "beliefs.allow",
  "content.erase",
  "audit.readAll",
] as const;

export type ProjectAction = keyof typeof projectActions;
export type InstallationAction = (typeof installationActions)[number];
export type Action = ProjectAction | InstallationAction;
