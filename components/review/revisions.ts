import type { Room, RoomRevision } from "#lib/domain/review/view.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";

const { changes: strings, history } = roomStrings;

/** The revisions that the reader may see, oldest first. */
export function revisionsOf(room: Room): RoomRevision[] {
  const told = room.history.flatMap((line) => ("revision" in line ? (line.revision ?? []) : []));
  const each = new Map([room.given, room.shown, ...told].map((revision) => [revision.number, revision]));
  return [...each.values()].sort((one, other) => one.number - other.number);
}

/** “Revision 1, as it was given”, “Revision 2, Ina Annotator”. */
export function nameOfRevision(room: Room, { id, number, author }: RoomRevision): string {
  return strings.revision(
    number,
    id === room.given.id ? strings.asGiven : (author.name ?? history.made[author.kind]),
  );
}
