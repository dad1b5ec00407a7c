import type { page as en } from "../en/page";
import type { Message } from "../message";

export const page: Record<keyof typeof en, Message> = {
  title: "ديت لاين – أماكن الأخبار على خريطة مع خط زمني",
  tagline: "أماكن في الأخبار",
  otherLanguage: "English",
  themeDark: "الوضع الداكن",
  legend: "مفتاح الخريطة",
  close: "إغلاق",
  back: "رجوع",
  skipToList: "الانتقال إلى القائمة",
  skipToMap: "الانتقال إلى الخريطة",
  skipToTime: "الانتقال إلى الخط الزمني",

  emptyTitle: "لا مقالات بعد",
  emptyText: "أضف نصوصًا أو صفحات أو خلاصات بالأمر dateline ingest، فتظهر هنا الأماكن المذكورة فيها.",
  noneTitle: "لا شيء ضمن الخريطة",
  noneText: "لا شيء في هذه المنطقة وهذه الفترة.",
  noneTimeText: "لا شيء في هذه الفترة.",
  noneAction: "عرض كل الأماكن",
  noneTime: "عرض كامل الفترة",
  noneFilters: "إزالة عوامل التصفية",
  noneWords: "مسح البحث",
  loading: "جارٍ التحميل…",
  loadingCount: "{have} من {of} إشارة",
  errorTitle: "تعذّر تحميل الخريطة",
  errorText: "حدث خطأ في الخادم: {detail}",
  tooLargeText:
    "في هذا الأرشيف أماكن وتواريخ أكثر مما تتسع له خريطة واحدة، حتى عند العدّ حسب السنة. يمكن لمن يدير الخادم أن يقسمه إلى أرشيفات أصغر، لكل سنة أرشيف مثلًا.",
  offlineTitle: "لا اتصال بالخادم",
  offlineBar: "انقطع الاتصال. يمكنك متابعة التصفح، وتجري إعادة الاتصال…",
  newsCame: {
    zero: "لا مقالات جديدة",
    one: "مقال جديد",
    two: "مقالان جديدان",
    few: "{n} مقالات جديدة",
    many: "{n} مقالًا جديدًا",
    other: "{n} مقال جديد",
  },
  newsShow: "عرض",
  offlineText: "تحقق من الاتصال ثم أعد المحاولة.",
  retry: "إعادة المحاولة",
};
