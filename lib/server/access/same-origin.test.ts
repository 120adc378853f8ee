import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const publicUrl = "https://colloquy.example.org";
const post = (headers: Record<string, string>) => ({
  method: "POST",
  headers: new Headers({ host: "127.0.0.1:3000", ...headers }),
});

test.each([
  [
    "a page of ours may post",
    post({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }),
    true,
  ],
  [
    "so may one over plain HTTP, where browsers send no Sec-Fetch-Site",
    post({ origin: "http://127.0.0.1:3000" }),
    true,
  ],
  ["so may one that a proxy shows under the public address", post({ origin: publicUrl }), true],
  ["another site may not", post({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }), false],
  ["nor another port of the same host", post({ origin: "http://127.0.0.1:4000" }), false],
  [
    "nor a sibling of the public host",
    post({ origin: "https://evil.example.org", "sec-fetch-site": "same-site" }),
    false,
  ],
  ["nor a sandboxed frame", post({ origin: "null" }), false],
  ["nor a request that says nothing of where it comes from", post({}), false],
  ["a typed address with Sec-Fetch-Site none is no page of ours", post({ "sec-fetch-site": "none" }), false],
  ["a program with a token needs no origin", post({ authorization: "Bearer x" }), true],
  [
    "reading is open to links from anywhere",
    { method: "GET", headers: new Headers({ "sec-fetch-site": "cross-site" }) },
    true,
  ],
])("%s", (_, request, expected) => {
  expect(isSameOrigin(request, publicUrl)).toBe(expected);
});
