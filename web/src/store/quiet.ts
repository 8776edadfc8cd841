// Which conversations my push rules keep quiet. Pure.
import type { Json } from "../api/types";
import type { QuietRules, World } from "./model";

export type Level = "all" | "mentions" | "none";

export function levelOf(now: World, roomId: string): Level {
  const rules = now.quiet?.[roomId];
  return rules?.override ? "none" : rules?.room ? "mentions" : "all";
}

interface Rule {
  rule_id?: string;
  enabled?: boolean;
  actions?: unknown[];
  conditions?: { kind?: string; key?: string; pattern?: string }[];
}

/** The rules that keep conversations quiet, by conversation, out of the content of m.push_rules. */
export function quietIn(content: Json): Record<string, QuietRules> {
  const global = (content.global ?? {}) as { override?: Rule[]; room?: Rule[] };
  const quiet: Record<string, QuietRules> = {};
  const put = (rule: Rule, kind: keyof QuietRules) => {
    const notifies = (rule.actions ?? []).some((action) => action === "notify" || action === "coalesce");
    if (rule.enabled === false || notifies || !rule.rule_id?.startsWith("!")) return;
    quiet[rule.rule_id] = { ...quiet[rule.rule_id], [kind]: true };
  };
  for (const rule of Array.isArray(global.override) ? global.override : []) {
    const only = rule.conditions?.length === 1 ? rule.conditions[0] : undefined;
    if (only?.kind === "event_match" && only.key === "room_id" && only.pattern === rule.rule_id) put(rule, "override");
  }
  for (const rule of Array.isArray(global.room) ? global.room : []) put(rule, "room");
  return quiet;
}
