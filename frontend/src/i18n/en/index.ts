import { find } from "./find";
import { lists } from "./lists";
import { map } from "./map";
import { page } from "./page";
import { read } from "./read";
import { share } from "./share";
import { terms } from "./terms";
import { time } from "./time";

// The texts that the page starts with. They are neutral: a place is mentioned, nothing is said to have happened there.
export const en = {
  ...page,
  ...find,
  ...map,
  ...time,
  ...lists,
  ...share,
  ...read,
  ...terms,
};

export type Key = keyof typeof en;
