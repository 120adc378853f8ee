"use client";

import { Dialog } from "radix-ui";
import { useEffect, useId, useRef, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { paletteStrings as strings } from "#lib/domain/strings/palette.ts";
import { type Act, type ActGroup, findActs } from "./act.ts";

type PaletteProps = {
  groups: readonly ActGroup[];
  typed: (query: string) => readonly Act[];
  onClose: () => void;
};

/** Everything that can be done here or gone to, found by its name. */
export function Palette(props: PaletteProps) {
  return (
    <Dialog.Root open onOpenChange={props.onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 top-[min(14dvh,8rem)] z-50 mx-auto w-[calc(100%-2rem)] max-w-xl animate-fade overflow-hidden rounded-xl border border-line bg-surface shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">{strings.title}</Dialog.Title>
          <Finder {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ groups, typed, onClose }: PaletteProps) {
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const id = useId();
  const exact = typed(query);
  const found = [
    ...(exact.length > 0 ? [{ title: strings.goTo, acts: exact }] : []),
    ...findActs(groups, query).filter(({ title }) => exact.length === 0 || title !== strings.goTo),
  ];
  const acts = found.flatMap((group) => group.acts);
  const current = acts[Math.min(place, acts.length - 1)];

  function run(act: Act | undefined) {
    if (!act) return;
    onClose();
    // Once the palette is gone and the focus is back where it was.
    setTimeout(act.run);
  }

  function handleKey(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (by === undefined) run(current);
    else
      setPlace((before) => (Math.min(before, acts.length - 1) + by + acts.length) % Math.max(1, acts.length));
  }

  return (
    <>
      <input
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={current && `${id}-${acts.indexOf(current)}`}
        aria-label={strings.title}
        placeholder={strings.placeholder}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setPlace(0);
        }}
        onKeyDown={handleKey}
        className="w-full border-b border-line bg-transparent px-4.5 py-3.5 text-md outline-none placeholder:text-ink-3 pointer-coarse:text-touch"
      />
      {acts.length === 0 && <p className="px-4.5 py-3.5 text-sm text-ink-3">{strings.nothing}</p>}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={strings.title}
        className="max-h-[min(50dvh,26rem)] overflow-y-auto overscroll-contain p-1.5 empty:hidden"
      >
        {found.map(({ title, acts: listed }) => (
          <fieldset key={title} aria-label={title} className="min-w-0">
            <p aria-hidden className="px-3 pt-2.5 pb-1 text-2xs font-semibold text-ink-3">
              {title}
            </p>
            {listed.map((act) => (
              <Option
                key={act.name}
                id={`${id}-${acts.indexOf(act)}`}
                act={act}
                isCurrent={act === current}
                onPoint={() => setPlace(acts.indexOf(act))}
                onChoose={() => run(act)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

type OptionProps = {
  id: string;
  act: Act;
  isCurrent: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, act, isCurrent, onPoint, onChoose }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onPointerMove={onPoint}
      onPointerUp={onChoose}
      className={cx(
        "flex min-h-8.5 cursor-pointer items-center justify-between gap-4 rounded-md px-3 py-1.5 text-sm pointer-coarse:min-h-11",
        isCurrent ? "bg-hover text-ink" : "text-ink-2",
      )}
    >
      <span className="min-w-0 truncate">{act.name}</span>
      <span className="flex shrink-0 gap-1">
        {act.keys?.map((keys) => (
          <Shortcut key={keys.join("+")} keys={keys} />
        ))}
      </span>
    </div>
  );
}
