import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { clientAddress, noteAddress } from "./client-address.ts";

const forwarded = (...hops: string[]) => new Headers({ "x-forwarded-for": hops.join(", ") });

describe("the address a request came from", () => {
  test.each([
    ["is the one noted last, whatever the client claims", forwarded("9.9.9.9", "10.0.0.7"), 0, "10.0.0.7"],
    ["is the one our proxy noted", forwarded("9.9.9.9", "203.0.113.5", "10.0.0.1"), 1, "203.0.113.5"],
    ["is unknown where the proxy notes nothing", forwarded("10.0.0.1"), 1, "unknown"],
    ["is unknown without the header", new Headers(), 0, "unknown"],
    ["is the network of an IPv6 client, who owns the rest", forwarded("2001:db8:1:2::77"), 0, "2001:db8:1:2"],
    ["fills in what :: leaves out", forwarded("2001:db8::77"), 0, "2001:db8:0:0"],
    ["is the IPv4 address inside a mapped one", forwarded("::ffff:203.0.113.5"), 0, "203.0.113.5"],
    ["may be this machine", forwarded("::1"), 0, "0:0:0:0"],
  ])("%s", (_, headers, proxies, expected) => {
    expect(clientAddress(headers, proxies)).toBe(expected);
  });

  test("is appended to what the request claims", () => {
    const socket = new Socket();
    Object.defineProperty(socket, "remoteAddress", { value: "203.0.113.5" });
    const request = { headers: { "x-forwarded-for": "9.9.9.9" }, socket };
    noteAddress(request);
    expect(request.headers["x-forwarded-for"]).toBe("9.9.9.9, 203.0.113.5");
  });
});
