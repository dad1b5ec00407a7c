import type { Message } from "../message";

/** Texts for sharing, downloads and keys. */
export const share = {
  share: "Share, download, print",
  shareLink: "Link to this view",
  shareEmbed: "Embed code",
  shareFiles: "Download data",
  shareWhat: "{mentions} of {places} in view, in this period and with these filters, with the lines and areas.",
  shareMentions: "{mentions} of {places} in view, in this period and with these filters.",
  keys: "Keyboard shortcuts",
  keysOn: "Single-key shortcuts",
  keyFind: "Search",
  keyZoom: "Zoom the map",
  keyMove: "Move the map",
  keyBack: "Back, or close",
  shareImage: "Image of the map",
  imageCard: "Preview card, 1200 × 630",
  imageSlide: "Slide, 1600 × 1200",
  imageA4: "A4 page, 300 dpi",
  shareGis: "OGC API address (QGIS, ArcGIS)",
  shareGisHow: "In QGIS: Layer, Add Layer, Add WFS / OGC API – Features Layer, New, and enter this address.",
  sharePrint: "Print the map",
  paperTitle: "Places mentioned in the news",
} satisfies Record<string, Message>;
