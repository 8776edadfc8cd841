export function flaws(event: unknown): string[];
