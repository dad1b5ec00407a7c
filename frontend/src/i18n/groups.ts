// Arabic names of the groups that hold places, by the server's ids
// (geoparse/event/party/groups.tsv).

import { lang } from ".";

export const arabicGroups: Readonly<Record<string, string>> = {
  "gaza/hamas": "حماس والفصائل المتحالفة معها",
  "gaza/israel": "إسرائيل",
  "gaza/lebanon": "لبنان",
  "gaza/palestine": "السلطة الفلسطينية",
  "gaza/un": "اليونيفيل",
  "iraq/government": "الحكومة العراقية",
  "iraq/kurdistan": "إقليم كردستان",
  "libya/east": "الجيش الوطني الليبي",
  "libya/islamist": "مجالس الشورى",
  "libya/jamahiriya": "الجماهيرية الليبية",
  "libya/west": "حكومة طرابلس",
  "myanmar/military": "جيش ميانمار",
  "myanmar/resistance": "المقاومة والتنظيمات العرقية المسلحة",
  "sahel/azawad": "حركات أزواد",
  "sahel/france": "فرنسا",
  "sahel/government": "حكومات الساحل",
  "sahel/is": "تنظيم الدولة الإسلامية",
  "sahel/jnim": "جماعة نصرة الإسلام والمسلمين",
  "sudan/army": "القوات المسلحة السودانية",
  "sudan/rsf": "قوات الدعم السريع",
  "sudan/splm-n": "الحركة الشعبية لتحرير السودان – شمال",
  "syria/coalition": "التحالف بقيادة الولايات المتحدة",
  "syria/government": "الحكومة السورية",
  "syria/hts": "هيئة تحرير الشام",
  "syria/is": "تنظيم الدولة الإسلامية",
  "syria/israel": "إسرائيل",
  "syria/jordan": "الأردن",
  "syria/opposition": "المعارضة السورية",
  "syria/qaeda": "تنظيم القاعدة",
  "syria/sdf": "قوات سوريا الديمقراطية",
  "syria/turkish": "تركيا والفصائل المتحالفة معها",
  "ukraine/russia": "روسيا",
  "ukraine/ukraine": "أوكرانيا",
  "yemen/government": "الحكومة اليمنية",
  "yemen/houthis": "الحوثيون",
  "yemen/qaeda": "تنظيم القاعدة في جزيرة العرب",
  "yemen/stc": "المجلس الانتقالي الجنوبي",
};

/** The name of a group in the interface's language, by default the server's. */
export const groupName = (id: string | null, name: string | null): string =>
  (lang.value === "ar" && arabicGroups[id ?? ""]) || (name ?? "");
