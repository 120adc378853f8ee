"use client";

import { useEffect, useState } from "react";

/**
 * A value that the server sends anew whenever it changes (Server-Sent Events, one JSON value per message).
 * The browser reconnects by itself; a hidden tab holds no connection.
 *
 * @param url null once nothing more will come
 */
export function useLive<Value>(url: string | null, initial: Value): Value {
  const [live, setLive] = useState<{ from: Value; value: Value }>({ from: initial, value: initial });

  useEffect(() => {
    if (url === null) return;
    let source: EventSource | null = null;

    function connect() {
      if (document.visibilityState === "hidden") {
        source?.close();
        source = null;
      } else if (source === null && url !== null) {
        source = new EventSource(url);
        source.onmessage = (message) => setLive({ from: initial, value: JSON.parse(message.data) as Value });
      }
    }

    connect();
    document.addEventListener("visibilitychange", connect);
    return () => {
      document.removeEventListener("visibilitychange", connect);
      source?.close();
    };
  }, [url, initial]);

  // A page that was loaded anew knows better than what the stream said before.
  return live.from === initial ? live.value : initial;
}
