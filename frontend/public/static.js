// Answers for the server where there is none: `dateline publish` puts this script before all others of the page, and
// what the server would send into scripts beside it. Those can be read from a disk, too, where nothing can be fetched.
// Each calls datelinePart with its name and its JSON, gzipped, in base64.
(() => {
  const waiting = new Map();
  globalThis.datelinePart = (name, packed) => waiting.get(name)?.(packed);
  globalThis.datelineStatic = true;
  globalThis.datelineMost = Number.MAX_SAFE_INTEGER; // mentions are read all, as nobody else sums them

  const unpack = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  };

  const parts = new Map();
  const part = (name) => {
    if (!parts.has(name)) {
      parts.set(
        name,
        new Promise((resolve, reject) => {
          waiting.set(name, resolve);
          const script = document.createElement("script");
          script.src = new URL(`data/${name}.js`, document.baseURI).href;
          script.onerror = () => {
            parts.delete(name); // to be tried again
            reject(new TypeError(`${name} could not be read`));
          };
          document.head.append(script);
        }).then(unpack),
      );
    }
    return parts.get(name);
  };

  // Spellings of the same word brought together, as the server does: case, marks, forms of Arabic letters.
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}|\u0640/gu, "")
      .replace(/[أإآٱ]/g, "ا")
      .replace(/ى/g, "ي")
      .replace(/ة/g, "ه")
      .toLowerCase();
  const texts = ["name", "name_ar", "phrase", "sentence", "title", "source", "byline", "reading", "anchors"];
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  // Documents lie in parts of so many, in the order of the articles; the number is that of publish.
  const PER_PART = 64;
  const documentPart = (row) => part(`documents-${Math.floor(row / PER_PART)}`);

  // A large collection lies in parts, of which the first says how many there are; they are not kept.
  const partOf = async (collection, n) => {
    const name = n === 0 ? collection : `${collection}-${n}`;
    const read = await part(name);
    if (read.parts > 1) parts.delete(name);
    return read;
  };
  const featuresOf = async function* (collection) {
    let row = 0;
    for (let n = 0, of = 1; n < of; n++) {
      const read = await partOf(collection, n);
      of = read.parts ?? 1;
      for (const feature of read.features) yield [row++, feature];
    }
  };

  // The page says what finds a word: its own spelling, and its other forms (datelineTerms).
  const holding = async (collection, q) => {
    const terms = globalThis.datelineTerms?.(q) ?? wordsOf(q).map((wanted) => (word) => word.includes(wanted));
    const holds = (text) => {
      const words = [...new Set(wordsOf(text))];
      return terms.every((term) => words.some(term));
    };
    const found = [];
    for await (const [row, feature] of featuresOf(collection)) {
      let text = texts.map((name) => feature.properties[name] ?? "").join("\n");
      if (!holds(text) && collection === "articles") {
        const whole = (await documentPart(row))[feature.id];
        text += `\n${whole?.text ?? ""}`;
      }
      if (holds(text)) found.push(feature);
    }
    return found;
  };

  const json = (doc, type = "application/json") =>
    new Response(JSON.stringify(doc), { headers: { "content-type": type } });
  const none = () => new Response("{}", { status: 404 });

  // Incidents of a period, of a type, of a place, the newest first.
  const incidents = async (query) => {
    const [from, to] = (query.get("datetime") ?? "").split("/");
    const found = [];
    for await (const [, feature] of featuresOf("incidents")) {
      const { date } = feature.properties;
      const is = (name) => !query.get(name) || query.get(name) === feature.properties[name];
      if (is("type") && is("place") && (!from || (date && date >= from && date <= to))) found.push(feature);
    }
    const day = ({ properties }) => properties.date ?? "";
    found.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
    const features = found.slice(0, Number(query.get("limit") ?? found.length));
    return json({ type: "FeatureCollection", numberMatched: found.length, features }, "application/geo+json");
  };

  const items = async (collection, query) => {
    const made = { geojsonseq: "application/geo+json-seq", csv: "text/csv" }; // the page makes them
    const f = query.get("f");
    if (f) return f in made ? new Response("", { headers: { "content-type": made[f] } }) : none();
    if (collection === "incidents") return incidents(query);
    const n = Number(query.get("part") ?? 0);
    const read = query.get("q") ? { features: await holding(collection, query.get("q")) } : await partOf(collection, n);
    const features = query.get("limit") === "1" ? read.features.slice(0, 1) : read.features; // else the page wants all
    const links =
      n + 1 < (read.parts ?? 1) ? [{ rel: "next", href: `collections/${collection}/items?part=${n + 1}` }] : [];
    const numberMatched = read.numberMatched ?? read.features.length;
    return json({ type: "FeatureCollection", numberMatched, features, links }, "application/geo+json");
  };

  // The most populous towns on a tile; parts of towns on close ones only, as the server does.
  const TOWNS_IN_TILE = 120;
  const PARTS_ZOOM = 11;
  const townsOn = async (z, x, y) => {
    const side = 2 ** z;
    const column = (lon) => Math.floor(((lon + 180) / 360) * side);
    const row = (lat) => {
      const angle = (lat * Math.PI) / 180;
      return Math.floor(((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * side);
    };
    const on = (town) => (z >= PARTS_ZOOM || !town.part) && column(town.lon) === x && row(town.lat) === y;
    return (await part("towns")).filter(on).slice(0, TOWNS_IN_TILE);
  };

  const answer = async (path, query) => {
    if (path === "") return json({ links: [] });
    if (path === "collections") return new Response("", { headers: { etag: "published" } });
    if (path === "search") return json({ results: [] }); // the gazetteer stays at home
    const [, ...tile] = /^towns\/(\d+)\/(\d+)\/(\d+)$/.exec(path) ?? [];
    if (tile.length) return json({ towns: await townsOn(...tile.map(Number)) });
    const [, collection] = /^collections\/(\w+)\/items$/.exec(path) ?? [];
    if (collection) return items(collection, query);
    const [, id] = /^articles\/(.+)$/.exec(path) ?? [];
    if (id) {
      const wanted = decodeURIComponent(id);
      for await (const [row, feature] of featuresOf("articles"))
        if (feature.id === wanted) return json((await documentPart(row))[wanted]);
      return none();
    }
    const [, map] = /^assets\/(.+)\.json$/.exec(path) ?? [];
    return map ? json(await part(map)) : none();
  };

  globalThis.fetch = async (asked) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, document.baseURI);
    const root = new URL(".", document.baseURI);
    if (!url.href.startsWith(root.href)) throw new TypeError(`${url.href} is not asked for by a published page`);
    return answer(url.href.slice(root.href.length).replace(/[?#].*/, ""), url.searchParams);
  };
})();
