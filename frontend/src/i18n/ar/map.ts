import type { map as en } from "../en/map";
import type { Message } from "../message";

export const map: Record<keyof typeof en, Message> = {
  map: "خريطة الأماكن المذكورة",
  mapHint: "تحرّك مفاتيح الأسهم الخريطة، ويقرّبها + ويبعدها -. وتضم القوائم كل ما على الخريطة.",
  measure: "قياس المسافات",
  measureHint: "انقر نقاطًا على الخريطة، أو اضغط Enter لاختيار وسطها.",
  measureHintTouch: "المس نقاطًا على الخريطة.",
  measureUndo: "حذف الأخيرة",
  measureEnd: "إنهاء القياس",
  zoomIn: "تقريب",
  zoomOut: "إبعاد",
  zoomAll: "عرض كل الأماكن",
  attribution: "Natural Earth · GeoNames",
  attributionHint: "الحدود كما ترسمها Natural Earth، ولا يتخذ ديت لاين موقفًا منها.",
  hint: "انقر دائرة لتقرأ ما كُتب عن المكان، واسحب على الخط الزمني لتختار فترة.",
  hintTouch: "المس دائرة لتقرأ ما كُتب عن المكان، واسحب على الخط الزمني لتختار فترة.",
  hintClose: "فهمت",
  openFull: "فتح في ديت لاين",
  km: "كم",
  metre: "م",
};
