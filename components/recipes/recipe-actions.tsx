"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { toastRefusal } from "#components/ui/toast-refusal.ts";
import type { RecipeView } from "#lib/domain/recipe/view.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";

/** What can be done with a recipe: run it, edit it, take it along, put it away. */
export function RecipeActions({
  recipe,
  base,
  archive,
}: {
  recipe: RecipeView;
  /** Address of the project. */
  base: string;
  /** Null for people who only look. */
  archive: ServerAction<{ recipeId: string; archived: boolean }, unknown> | null;
}) {
  const [asks, setAsks] = useState(false);
  const href = `${base}/recipes/${recipe.id}`;
  const download = `${href}/download?version=${recipe.version}`;
  const exported = (
    <a href={download} download className={buttonStyle("quiet")}>
      {strings.export}
    </a>
  );
  if (!archive) return exported;
  return (
    <>
      {exported}
      <Menu
        trigger={
          <IconButton label={strings.more}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuLink href={`${base}/recipes/new?from=${recipe.id}`}>{strings.copy}</MenuLink>
        <MenuSeparator />
        {recipe.archived ? (
          <Restore recipeId={recipe.id} archive={archive} />
        ) : (
          <MenuItem onSelect={() => setAsks(true)}>{strings.archive}</MenuItem>
        )}
      </Menu>
      <LinkButton href={`${href}/edit`}>{strings.edit}</LinkButton>
      {recipe.archived ? null : (
        <LinkButton variant="primary" href={`${base}/runs/new?recipe=${recipe.versionId}`}>
          {strings.startRun}
        </LinkButton>
      )}
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={strings.archiveTitle(recipe.name)}
        description={strings.archiveText}
        confirm={strings.archive}
        onConfirm={() => archive({ recipeId: recipe.id, archived: true })}
      />
    </>
  );
}

function Restore({
  recipeId,
  archive,
}: {
  recipeId: string;
  archive: ServerAction<{ recipeId: string; archived: boolean }, unknown>;
}) {
  const { run } = useAction(archive, { onRefused: toastRefusal });
  return <MenuItem onSelect={() => run({ recipeId, archived: false })}>{strings.restore}</MenuItem>;
}
