// The words of the list of events: loaded with it.

import { wordsOf } from ".";
import { events as ar } from "./ar.events";
import { events as en } from "./en.events";

export type EventKey = keyof typeof en;

/** As `t`, of these words. */
export const tev = wordsOf<EventKey>({ en, ar });

/** A name for one of the server's words, which is shown as it is where it is not known. */
const named = (prefix: string) => (value: string) => {
  const key = `${prefix}_${value}`;
  return key in en ? tev(key as EventKey) : value;
};

export const eventWord = named("event");
export const statusWord = named("status");
export const stateWord = named("state");
