// What went wrong, in words for people.
import { MatrixError } from "../api/http";
import { t } from ".";

export function reason(error: unknown): string {
  if (!(error instanceof MatrixError)) return t("error.other", { text: String(error) });
  if (error.status === 0) return t("error.network");
  if (error.status === 429) return t("error.limited");
  if (error.status === 413) return t("error.tooLarge");
  if (error.errcode === "M_USER_SUSPENDED") return t("error.suspended");
  if (error.errcode === "M_USER_LOCKED") return t("error.locked");
  if (error.status === 403) return t("error.forbidden");
  if (error.status === 404) return t("error.notFound");
  return t("error.other", { text: error.message });
}
