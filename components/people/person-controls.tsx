import { ResetLinkDialog } from "#components/people/reset-link-dialog.tsx";
import { ActionConfirm } from "#components/ui/action-confirm.tsx";
import type { ServerAction } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";

export type PersonActions = {
  resetPassword: ServerAction<{ id: string }, { url: string }>;
  signOutEverywhere: ServerAction<{ id: string }, void>;
  changeAdmin: ServerAction<{ id: string; isAdmin: boolean }, void>;
  changeActive: ServerAction<{ id: string; isActive: boolean }, void>;
};

type PersonControlsProps = {
  person: { id: string; name: string; isAdmin: boolean; isActive: boolean; browsers: number };
  actions: PersonActions;
};

/** What an admin can do about a person; each asks first. */
export function PersonControls({ person, actions }: PersonControlsProps) {
  const { id, name, isAdmin, isActive, browsers } = person;
  if (!isActive) {
    return (
      <ActionConfirm
        trigger={<Button variant="primary">{strings.reactivate}</Button>}
        title={strings.reactivateTitle(name)}
        description={strings.reactivateDescription}
        confirm={strings.reactivate}
        action={actions.changeActive}
        input={{ id, isActive: true }}
        done={strings.reactivated(name)}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2.5">
      <ResetLinkDialog id={id} name={name} make={actions.resetPassword} />
      {browsers > 0 && (
        <ActionConfirm
          trigger={<Button>{strings.signOut}</Button>}
          title={strings.signOutTitle(name)}
          description={strings.signOutDescription}
          confirm={strings.signOut}
          action={actions.signOutEverywhere}
          input={{ id }}
          done={strings.signedOut(name)}
        />
      )}
      <ActionConfirm
        trigger={<Button>{isAdmin ? strings.unmakeAdmin : strings.makeAdmin}</Button>}
        title={isAdmin ? strings.unmakeAdminTitle(name) : strings.makeAdminTitle(name)}
        description={isAdmin ? strings.unmakeAdminDescription : strings.makeAdminDescription}
        confirm={isAdmin ? strings.unmakeAdmin : strings.makeAdmin}
        action={actions.changeAdmin}
        input={{ id, isAdmin: !isAdmin }}
        done={strings.adminChanged(name, !isAdmin)}
      />
      <ActionConfirm
        trigger={<Button>{strings.deactivate}</Button>}
        title={strings.deactivateTitle(name)}
        description={strings.deactivateDescription}
        confirm={strings.deactivate}
        danger
        action={actions.changeActive}
        input={{ id, isActive: false }}
        done={strings.deactivated(name)}
      />
    </div>
  );
}
