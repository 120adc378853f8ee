// biome-ignore lint/style/noRestrictedImports: the one place that is meant.
import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of the product. Nothing is fetched ahead: every page is worked out when it is asked for, so a prefetch
 * would bring no word of it, and would cost the server a request or two for each link in sight.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
