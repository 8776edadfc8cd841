// The words of the administrator's pages: two tables, since they are many.
import { book } from "../../i18n";
import { en } from "./en";
import { zh } from "./zh";

export { en, zh };
export const { t: w, tn: wn } = book({ en, zh });
