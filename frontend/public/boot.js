// Language, direction and colours before the first paint, so that nothing flips. The rest is in the module.
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
})();
