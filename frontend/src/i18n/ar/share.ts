import type { share as en } from "../en/share";
import type { Message } from "../message";

export const share: Record<keyof typeof en, Message> = {
  share: "مشاركة وتنزيل وطباعة",
  shareLink: "رابط هذا العرض",
  shareEmbed: "رمز التضمين",
  shareFiles: "تنزيل البيانات",
  shareWhat: "ضمن الخريطة، في هذه الفترة وبعوامل التصفية هذه: {mentions}، {places}، مع الخطوط والمناطق.",
  shareMentions: "ضمن الخريطة، في هذه الفترة وبعوامل التصفية هذه: {mentions}، {places}.",
  keys: "اختصارات لوحة المفاتيح",
  keysOn: "اختصارات بمفتاح واحد",
  keyFind: "البحث",
  keyZoom: "تقريب الخريطة وإبعادها",
  keyMove: "تحريك الخريطة",
  keyBack: "رجوع أو إغلاق",
  shareImage: "صورة الخريطة",
  imageCard: "بطاقة معاينة، 1200 × 630",
  imageSlide: "شريحة عرض، 1600 × 1200",
  imageA4: "صفحة A4، بدقة 300 نقطة",
  shareGis: "عنوان OGC API (لبرنامج QGIS أو ArcGIS)",
  shareGisHow: "في QGIS: أضف طبقة من نوع WFS / OGC API – Features واتصالًا جديدًا بهذا العنوان.",
  sharePrint: "طباعة الخريطة",
  paperTitle: "أماكن ذُكرت في الأخبار",
};
