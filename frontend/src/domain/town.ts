/** A populated place of the gazetteer, as /towns sends it. */
export interface Town {
  id: string;
  name: string;
  name_ar?: string;
  lat: number;
  lon: number;
  /** 0 if unknown. */
  population: number;
}
