import { type Topic, watch } from "./poller.ts";

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform",
  // Proxies that collect answers before passing them on would hold every message back.
  "x-accel-buffering": "no",
} as const;

/**
 * Answers a page that wants to stay informed (Server-Sent Events): the whole value as JSON whenever it changes, its
 * version as the event's id. A page that reconnects and has the newest version is sent nothing until the next.
 *
 * @param mayListen whether the person may still see it; asked again and again
 */
export function eventStream<Value>(
  request: Request,
  topic: Topic<Value>,
  mayListen: () => Promise<boolean>,
): Response {
  const text = new TextEncoder();
  let isOpen = true;
  let stop = () => {};
  /** @returns whether it was open until now */
  const leave = () => {
    const wasOpen = isOpen;
    isOpen = false;
    stop();
    return wasOpen;
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (lines: string) => {
        if (isOpen) controller.enqueue(text.encode(lines));
      };
      const close = () => {
        if (leave()) controller.close();
      };
      write(": hello\n\n");
      stop = watch(topic, {
        seen: request.headers.get("last-event-id"),
        mayListen,
        send(version, value) {
          // A page that does not keep up gets the newest value later instead of every one.
          if (!isOpen || (controller.desiredSize ?? 0) < 0) return false;
          write(`id: ${version}\ndata: ${JSON.stringify(value)}\n\n`);
          return true;
        },
        keepAlive: () => write(": still here\n\n"),
        close,
      });
      request.signal.addEventListener("abort", close, { once: true });
    },
    cancel: () => void leave(),
  });
  return new Response(body, { headers });
}
