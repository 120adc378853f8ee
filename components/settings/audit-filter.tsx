import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { auditStrings as strings } from "#lib/domain/strings/audit.ts";

type AuditFilterProps = {
  /** The page's own address. */
  path: string;
  about: string;
};

/** Narrows the log to one kind of thing; kept in the address. */
export function AuditFilter({ path, about }: AuditFilterProps) {
  return (
    <Form action={path} className="mb-4 flex gap-2.5">
      <Select
        key={about}
        name="about"
        aria-label={strings.about}
        className="w-48"
        placeholder={strings.everything}
        defaultValue={about}
        options={Object.entries(strings.subjects).map(([value, label]) => ({ value, label }))}
      />
      <Button type="submit">{strings.show}</Button>
    </Form>
  );
}
