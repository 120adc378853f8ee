"use client";

import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { PaletteProvider } from "#components/palette/palette-context.tsx";
import { placesOfNumber, projectPlaces } from "#components/palette/places.ts";
import { Chip } from "#components/ui/chip.tsx";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";
import { projectCrumbs } from "./crumbs.ts";
import { Frame } from "./frame.tsx";
import { mayLeave } from "./leaving.ts";
import { projectNav, type Waiting } from "./nav.ts";
import { ProjectSwitch } from "./project-switch.tsx";

/** What the frame of a project needs to know of it. */
export type ProjectFacts = {
  project: { name: string; slug: string };
  role: ProjectRole | null;
  waiting: Waiting;
  /** Holds data of the rehearsal endpoint. */
  synthetic: boolean;
  /** All projects the person is in. */
  projects: readonly { name: string; slug: string }[];
};

type ProjectShellProps = {
  actor: Extract<Actor, { kind: "person" }>;
  facts: ProjectFacts;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The frame around a project's pages. */
export function ProjectShell({ actor, facts, signOut, children }: ProjectShellProps) {
  const { project, role, waiting, synthetic, projects } = facts;
  const [root, ...below] = projectCrumbs(usePathname(), project);
  const router = useRouter();
  const go = (href: string) => {
    if (mayLeave(href)) router.push(href);
  };
  const groups = projectNav(actor, role, project.slug, waiting);
  const switcher = projects.length > 1 && <ProjectSwitch projects={projects} />;
  return (
    <PaletteProvider
      places={projectPlaces({ actor, role, slug: project.slug }, groups, go)}
      typed={(query) => placesOfNumber(project.slug, query, go)}
    >
      <Frame
        person={actor}
        signOut={signOut}
        crumbs={[{ ...root, beside: switcher }, ...below]}
        nav={{ label: strings.projectPages, groups }}
        navNote={synthetic && <SyntheticNote />}
        tool={<PaletteButton />}
      >
        {children}
      </Frame>
    </PaletteProvider>
  );
}

function SyntheticNote() {
  return (
    <div className="px-2.5 text-xs text-ink-3">
      <Chip variant="dashed">{strings.synthetic}</Chip>
      <p className="mt-1.5">{strings.syntheticSentence}</p>
    </div>
  );
}
