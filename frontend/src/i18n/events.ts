// The texts of the list of events: loaded with it.

import { wordsOf } from ".";
import { events as ar } from "./ar/events";
import { events as en } from "./en/events";

export type EventKey = keyof typeof en;

/** As `t`, for these texts. */
export const tev = wordsOf<EventKey>({ en, ar });

/** The name of a server's term; an unknown one is shown as it is. */
const named = (prefix: string) => (value: string) => {
  const key = `${prefix}_${value}`;
  return key in en ? tev(key as EventKey) : value;
};

export const eventWord = named("event");
export const statusWord = named("status");
export const stateWord = named("state");
