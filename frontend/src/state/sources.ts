// The archive's sources.

import { signal } from "@preact/signals-core";
import { messageOf } from "../api/get";
import { follow, forget, pause, sources as read } from "../api/sources";
import type { Source } from "../api/types";
import { serverQuery } from "./query";
import { demand } from "./session";
import * as s from "./store";

const turn = signal(0);

export const sources = serverQuery({
  question: () => (s.adding.value === "sources" ? { turn: turn.value, generation: s.generation.value } : null),
  ask: () => read(),
  pause: 0,
});

/** Call once: keeps them current while their panel is open. */
export function watchSources() {
  if (watching) return;
  watching = true;
  sources.watch();
}

let watching = false;

export const changing = signal(false);
export const failure = signal("");
export const typed = signal("");
/** The feed followed in place of the page given last; empty for none. */
export const feed = signal("");

async function change(right: "add" | "edit", ask: () => Promise<unknown>) {
  if (changing.peek()) return;
  changing.value = true;
  failure.value = feed.value = "";
  try {
    await demand(right);
    await ask();
    turn.value++;
  } catch (error) {
    failure.value = messageOf(error);
  } finally {
    changing.value = false;
  }
}

export const add = () =>
  change("add", async () => {
    const given = typed.peek().trim();
    const { address } = await follow(given);
    feed.value = given.includes("://") && address !== given ? address : "";
    typed.value = "";
  });

export const setPaused = ({ address }: Source, paused: boolean) => change("edit", () => pause(address, paused));

export const remove = ({ address }: Source) => change("edit", () => forget(address));
