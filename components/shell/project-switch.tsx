"use client";

import { ChevronsUpDown } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuLabel, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { shellStrings as strings } from "#lib/domain/strings/shell.ts";

/** Goes to another of the person's projects. */
export function ProjectSwitch({ projects }: { projects: readonly { name: string; slug: string }[] }) {
  return (
    <Menu
      align="start"
      trigger={
        <IconButton
          label={strings.switchProject}
          size="sm"
          tooltip={false}
          className="w-6! [&>svg]:size-3.5!"
        >
          <ChevronsUpDown aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>{strings.projects}</MenuLabel>
      {projects.map(({ name, slug }) => (
        <MenuLink key={slug} href={`/projects/${slug}`}>
          <span className="truncate">{name}</span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href="/projects">{strings.allProjects}</MenuLink>
    </Menu>
  );
}
