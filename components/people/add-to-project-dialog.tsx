"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { projectRoles } from "#lib/domain/people/invitation.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { RoleChoice } from "./role-choice.tsx";

type AddToProjectDialogProps = {
  userId: string;
  name: string;
  /** The projects that the person is not in. */
  projects: readonly { name: string; slug: string }[];
  add: ServerAction<{ slug: string; userId: string; role: ProjectRole }, void>;
};

/** Makes someone who has an account a member of a project. */
export function AddToProjectDialog({ userId, name, projects, add }: AddToProjectDialogProps) {
  const [open, setOpen] = useState(false);
  if (projects.length === 0) return null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm">
          <Plus aria-hidden />
          {strings.add}
        </Button>
      }
      title={strings.addTitle(name)}
    >
      <ActionForm
        action={add}
        read={(entered) => ({
          userId,
          slug: String(entered.get("slug")),
          role: projectRoles.find((role) => role === entered.get("role")) ?? "annotator",
        })}
        onDone={() => {
          setOpen(false);
          toast.success(strings.added);
        }}
      >
        <Field label={strings.project} name="slug">
          <Select options={projects.map((project) => ({ value: project.slug, label: project.name }))} />
        </Field>
        <Field label={peopleStrings.role} name="role" group>
          <RoleChoice />
        </Field>
        <SubmitButton className="justify-self-end">{strings.addSubmit}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
