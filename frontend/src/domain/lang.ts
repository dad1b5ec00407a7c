/** The languages of the interface. */
export const langs = ["en", "ar"] as const;
export type Lang = (typeof langs)[number];
