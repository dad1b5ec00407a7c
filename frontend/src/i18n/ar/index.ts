import type { Key } from "../en";
import type { Message } from "../message";
import { find } from "./find";
import { lists } from "./lists";
import { map } from "./map";
import { page } from "./page";
import { read } from "./read";
import { share } from "./share";
import { terms } from "./terms";
import { time } from "./time";

export const ar: Record<Key, Message> = {
  ...page,
  ...find,
  ...map,
  ...time,
  ...lists,
  ...share,
  ...read,
  ...terms,
};
