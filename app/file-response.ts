import { Readable } from "node:stream";

type FileType = "text/csv" | "text/markdown" | "application/json" | "application/jsonl" | "application/gzip";

/** Answers with a file to save under a name. No cache on the way keeps it. */
export function fileResponse(name: string, type: FileType, content: string | Readable): Response {
  return new Response(typeof content === "string" ? content : (Readable.toWeb(content) as ReadableStream), {
    headers: {
      "content-type": type === "application/gzip" ? type : `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
