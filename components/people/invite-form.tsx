"use client";

import { useState } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { invitationDays, projectRoles } from "#lib/domain/people/invitation.ts";
import { invitationStrings as strings } from "#lib/domain/strings/invitations.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { RoleChoice } from "./role-choice.tsx";

/** What the form sends; the server decides which of it the sender may ask for. */
export type InviteInput = {
  email: string;
  days: string;
  slug: string;
  role?: ProjectRole;
  isAdmin: boolean;
};

/** Into which project: a given one, or one that an admin chooses from these. */
export type InviteInto = { slug: string } | { projects: readonly { name: string; slug: string }[] };

type InviteFormProps = {
  invite: ServerAction<InviteInput, { url: string }>;
  into: InviteInto;
  onMade: (made: { url: string }) => void;
};

/** For whom an invitation is, what it gives, and how long it is open. */
export function InviteForm({ invite, into, onMade }: InviteFormProps) {
  const [slug, setSlug] = useState("slug" in into ? into.slug : (into.projects[0]?.slug ?? ""));
  const projects = "projects" in into ? into.projects : null;
  return (
    <ActionForm
      action={invite}
      onDone={onMade}
      read={(entered) => ({
        email: String(entered.get("email")),
        days: String(entered.get("days")),
        slug,
        role: projectRoles.find((role) => role === entered.get("role")),
        isAdmin: entered.has("isAdmin"),
      })}
    >
      <Field label={strings.email} name="email" hint={strings.emailHint} optional>
        <Input type="email" inputMode="email" autoComplete="off" spellCheck={false} />
      </Field>
      {projects && (
        <Field label={strings.project} name="slug">
          <Select
            options={projects.map((project) => ({ value: project.slug, label: project.name }))}
            placeholder={strings.noProject}
            value={slug}
            onChange={(event) => setSlug(event.target.value)}
          />
        </Field>
      )}
      {slug !== "" && (
        <Field label={peopleStrings.role} name="role" group>
          <RoleChoice />
        </Field>
      )}
      {projects && <Checkbox name="isAdmin" label={strings.isAdmin} hint={strings.isAdminHint} />}
      <Field label={strings.days} name="days" group>
        <Segmented
          options={invitationDays.map((days) => ({ value: String(days), label: strings.daysOf(days) }))}
          defaultValue="7"
        />
      </Field>
      <SubmitButton className="justify-self-end">{strings.submit}</SubmitButton>
    </ActionForm>
  );
}
