"use client";

import { AgentMark } from "#components/ui/agent-mark.tsx";
import { Tab, TabList, TabPanel, Tabs } from "#components/ui/tabs.tsx";
import { changesBetween } from "#lib/domain/review/changes.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { ChangeNow } from "./change-now.tsx";
import { ChangesTab } from "./changes-tab.tsx";
import { CommentsTab } from "./comments-tab.tsx";
import { DeliberationTab } from "./deliberation-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { hueOf } from "./provenance.tsx";
import { readingOf } from "./reading.ts";
import { ResponseItem } from "./response-item.tsx";
import { useDeferredDraft, useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { RoomNotices } from "./room-notices.tsx";
import type { RoomTab } from "./room-store.ts";
import { Rubric } from "./rubric.tsx";
import { ThoughtList } from "./thought-list.tsx";

/** The record, and three ways to look behind it. */
export function RoomTabs() {
  const { store, room } = useRoom();
  const openThreads = room.threads.filter(({ resolved }) => resolved === null).length;
  const tab = useRoomState((state) => state.tab);
  const changes = useCountOfChanges();
  return (
    <Tabs value={tab} onValueChange={(value) => store.setState({ tab: value as RoomTab })} className="pt-2.5">
      <TabList label={strings.tabs.label} trailing={<Legend />}>
        <Tab value="refined">{strings.tabs.refined}</Tab>
        <Tab value="deliberation">{strings.tabs.deliberation}</Tab>
        <Tab value="changes" count={changes === 0 ? undefined : changes}>
          {strings.tabs.changes}
        </Tab>
        <Tab value="history">{strings.tabs.history}</Tab>
        <Tab
          value="comments"
          count={openThreads === 0 ? undefined : openThreads}
          hasMore={room.hasOlderThreads}
        >
          {strings.tabs.comments}
        </Tab>
      </TabList>
      <TabPanel value="refined" className="pt-1.5!">
        <RoomNotices />
        <ThoughtList />
        <ResponseItem />
        <ChangeNow />
        <Rubric />
      </TabPanel>
      <TabPanel value="deliberation">
        <DeliberationTab />
      </TabPanel>
      <TabPanel value="changes">
        <ChangesTab />
      </TabPanel>
      <TabPanel value="history">
        <HistoryTab />
      </TabPanel>
      <TabPanel value="comments">
        <CommentsTab />
      </TabPanel>
    </Tabs>
  );
}

/** Which hue is which agent. */
function Legend() {
  const agents = useRoom().room.deliberation?.recipe.agents ?? [];
  return (
    <span className="flex gap-3.5 max-md:hidden">
      {agents.map(({ key, name }) => (
        <AgentMark key={key} hue={hueOf(agents, name)}>
          {name}
        </AgentMark>
      ))}
    </span>
  );
}

function useCountOfChanges(): number {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const { assessment } = readingOf(room, useDeferredDraft());
  if (!isReviewing) return countChanges(room);
  const { edited, added, removed, restored, split, merged, reordered, responseChanged } = assessment;
  const thoughts = [edited, removed, restored, split, merged].flat().length + added;
  return thoughts + (reordered ? 1 : 0) + (responseChanged ? 1 : 0);
}

function countChanges({ given, shown }: ReturnType<typeof useRoom>["room"]): number {
  if (given.id === shown.id) return 0;
  const { thoughts, response } = changesBetween(given, shown);
  return thoughts.length + (response ? 1 : 0);
}
