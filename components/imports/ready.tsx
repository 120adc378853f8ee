"use client";

import { type ReactNode, useState } from "react";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import type { Mapping } from "#lib/domain/import/mapping.ts";
import type { ImportView } from "#lib/domain/import/view.ts";
import { Decide, type DecideActions } from "./decide.tsx";
import { MappingForm } from "./mapping-form.tsx";

type ReadyProps = {
  view: ImportView;
  /** What the rows were read under. */
  mapping: Mapping;
  slug: string;
  remap: ServerAction<{ slug: string; number: number; mapping: Mapping }, unknown>;
  decide: DecideActions;
  /** The preview. */
  children: ReactNode;
};

/**
 * An import that waits for a decision. As soon as another mapping is chosen, nothing can be imported until it was read
 * again: the rows would go in under the old one, or meet the import while it is being read.
 */
export function Ready({ view, mapping: read, slug, remap, decide, children }: ReadyProps) {
  const [mapping, setMapping] = useState(read);
  const applying = useAction(remap);
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(read);
  return (
    <>
      <MappingForm
        view={view}
        mapping={mapping}
        isChanged={isChanged}
        applying={applying}
        onChange={setMapping}
        onApply={() => applying.run({ slug, number: view.number, mapping })}
      />
      {children}
      <Decide view={view} slug={slug} actions={decide} isUnread={isChanged} />
    </>
  );
}
