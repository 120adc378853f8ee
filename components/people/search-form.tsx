import { Search } from "lucide-react";
import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";

/** Finds people; keeps what is looked for in the address. */
export function SearchForm({ search }: { search: string }) {
  return (
    <Form action="/admin/people" role="search" className="mb-4 flex max-w-sm gap-2.5">
      <Input
        type="search"
        name="search"
        aria-label={strings.search}
        placeholder={strings.search}
        defaultValue={search}
      />
      <Button type="submit">
        <Search aria-hidden />
        {strings.searchAction}
      </Button>
    </Form>
  );
}
