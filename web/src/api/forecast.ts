// The forecast of growth: our own API below /api/v1/admin/forecast.
import { ask } from "./http";

const F = "/api/v1/admin/forecast";

export interface Scenario {
  addressable: number;
  word_of_mouth: number;
  retention: { alpha: number; beta: number; activation: number };
  waves: { inviters: number; quota: number; response: number }[];
  bought: number[];
  history: number[];
}

export type Measure = "registered" | "active";
export type LeverName = "word_of_mouth" | "survival_12" | "bought" | "first_month" | "waves";

export interface Goal {
  people: number;
  by_month: number;
  measure: Measure;
}

export interface Curve {
  central: number[];
  fan: { low: number[]; middle: number[]; high: number[] } | null;
}

export interface Forecast {
  scenario: Scenario;
  months: number;
  registered: Curve;
  active: Curve;
  density: number[];
  summary: { survival_1: number; survival_12: number; active_months: number; reproduction: number; growth_rate: number | null; word_of_mouth_needed: number };
  goals: { goal: Goal; month: number | null; chance: number | null }[];
  needs: { goal: Goal; lever: LeverName; assumed: number; needed: number | null }[];
  levers: { lever: LeverName; active_mean: number; worth_bought: number | null }[];
}

export interface OwnData {
  people: number;
  active: number;
  lacking: { what: "months" | "large_months" | "people" | "active"; needed: number; there: number }[];
  calibrated: { scenario: Scenario; samples: unknown[] } | null;
  backtest: { forecasts: number; error: number; coverage: number } | null;
}

export interface Question {
  scenario: Scenario;
  months: number;
  draws: number;
  goals: Goal[];
  samples?: unknown[];
}

export const examples = () => ask<{ scenarios: Record<string, Scenario>; goals: Goal[]; has_extra: boolean }>("GET", `${F}/examples`);
export const forecast = (body: Question) => ask<Forecast>("POST", F, { body });
export const ownData = (addressable: number) => ask<OwnData>("POST", `${F}/own-data`, { body: { addressable } });
