// Language, direction and colours before the first paint, so that nothing flips; and the first requests, before the
// module that will take them up (src/api/get.ts) is there. The rest is in the module.
(() => {
  const query = new URLSearchParams(location.search);
  const stored = (name) => {
    try {
      return localStorage.getItem(`dateline.${name}`);
    } catch {
      return null;
    }
  };
  const one = (values, ...wanted) => wanted.find((w) => values.includes(w)) || null;
  const root = document.documentElement;
  const lang =
    one(["en", "ar"], query.get("lang"), stored("lang")) || (/^ar\b/i.test(navigator.language) ? "ar" : "en");
  const theme = one(["light", "dark"], query.get("theme"), stored("theme"));
  root.lang = lang;
  root.dir = lang === "ar" ? "rtl" : "ltr";
  if (theme) root.dataset.theme = theme;
  if (query.get("embed") === "1") root.dataset.embed = "1";

  const ask = (path) => {
    const accept = path.includes("/items?") ? "application/geo+json" : "application/json";
    return fetch(new URL(path, document.baseURI), { headers: { accept } });
  };
  globalThis.datelineMost ??= 50_000; // so many mentions are read
  const most = globalThis.datelineMost;
  const count = ask("collections/mentions/items?limit=1");
  // as src/state/reading.ts and src/data/query.ts (UNFILTERED) do
  const filter = "(role IS NULL OR role NOT IN ('metonym','dateline'))";
  const sumsPath = `collections/mentions/sums?${new URLSearchParams({ by: "place,day", filter, coarser: "1" })}`;
  const sums = count
    .then((response) => response.clone().json())
    .then(({ numberMatched: n }) => {
      if (n > most && n <= 40 * most && query.get("by") !== "published") return ask(sumsPath);
    });
  globalThis.datelineEarly = new Map([
    ["collections/places/items?limit=10000", ask("collections/places/items?limit=10000")],
    ["collections/mentions/items?limit=1", count],
    [sumsPath, sums],
  ]);
  for (const asked of globalThis.datelineEarly.values()) asked.catch(() => {});
})();
