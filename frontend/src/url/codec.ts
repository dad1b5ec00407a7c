// A view as the query of an address, and back. Malformed values are ignored, defaults omitted.

import { type Param, params } from "./params";

export type Name = keyof typeof params;
export type View = { [N in Name]: ReturnType<(typeof params)[N]["parse"]> };

export const names = Object.keys(params) as Name[];

/** The entry of a parameter, without the type of its value. */
const entry = (name: Name) => params[name] as unknown as Param<View[Name]>;

const viewOf = (value: (name: Name) => View[Name]) => Object.fromEntries(names.map((n) => [n, value(n)])) as View;

export const initial: View = viewOf((name) => entry(name).initial);

export function parse(query: string): View {
  const texts = new URLSearchParams(query);
  return viewOf((name) => entry(name).parse(texts.getAll(name)));
}

/** The query for a view, "" for the initial one. Only characters that need it are escaped. */
export function format(view: View): string {
  const out = new URLSearchParams();
  for (const name of names) {
    if (name === "at" && !view.article) continue; // a position in an article that is not open
    for (const text of entry(name).format(view[name])) out.append(name, text);
  }
  const text = out.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text && `?${text}`;
}

/** The current view. */
export const current = (): View => viewOf((name) => entry(name).get());

/** Shows a view. */
export function apply(view: View) {
  for (const name of names) entry(name).set(view[name]);
}

/** The address of the current view with some changes, for links. */
export const address = (change: Partial<View>): string => format({ ...current(), ...change }) || "?";
