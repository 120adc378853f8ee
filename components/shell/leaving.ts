"use client";

import { useEffect, useEffectEvent } from "react";

/** Says whether the page may be left for another; if not, it asks the person itself. */
type Guard = (href: string) => boolean;

const guards = new Set<Guard>();

/** Whether no part of the page holds anything that leaving would leave behind. */
export function mayLeave(href: string): boolean {
  return [...guards].every((guard) => guard(href));
}

/** Asks before the page is left: by a link, by `mayLeave`, by going back or forth, and, in the browser's own words, by closing the tab. */
export function useGuard(isAtRisk: () => boolean, ask: (href: string) => void): void {
  const atRisk = useEffectEvent(isAtRisk);
  const refuse = useEffectEvent(ask);

  useEffect(() => {
    const guard: Guard = (href) => {
      if (!atRisk()) return true;
      refuse(href);
      return false;
    };
    const closing = (event: BeforeUnloadEvent) => {
      if (atRisk()) event.preventDefault();
    };
    const clicked = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || guard(link.pathname + link.search)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const travelling = (event: NavigateEvent) => {
      // Browsers let nobody be held who has not touched the page.
      if (event.navigationType !== "traverse" || !event.cancelable) return;
      const { pathname, search } = new URL(event.destination.url);
      if (pathname !== location.pathname && !guard(pathname + search)) event.preventDefault();
    };
    guards.add(guard);
    window.navigation?.addEventListener("navigate", travelling);
    window.addEventListener("beforeunload", closing);
    document.addEventListener("click", clicked, { capture: true });
    return () => {
      guards.delete(guard);
      window.navigation?.removeEventListener("navigate", travelling);
      window.removeEventListener("beforeunload", closing);
      document.removeEventListener("click", clicked, { capture: true });
    };
  }, []);
}

/** The link that a plain click follows to another page of this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isElsewhere = link && link.origin === location.origin && link.pathname !== location.pathname;
  return isElsewhere && !link.target && !link.hasAttribute("download") ? link : null;
}
