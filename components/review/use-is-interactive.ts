"use client";

import { useSyncExternalStore } from "react";

/** Whether the page listens to what is typed and pressed; not yet while it stands as the server sent it. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(noSubscription, inBrowser, onServer);
}

const noSubscription = () => () => {};
const inBrowser = () => true;
const onServer = () => false;
