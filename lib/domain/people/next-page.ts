/**
 * Where to go after signing in: a page of ours, or home. The address comes from the URL, so it may be anything
 * that somebody wants a person to land on.
 */
export function nextPage(asked: string | undefined): string {
  const here = "http://here.invalid";
  if (!asked?.startsWith("/") || !URL.canParse(asked, here)) return "/";
  const { origin, pathname, search } = new URL(asked, here);
  return origin === here ? pathname + search : "/";
}
