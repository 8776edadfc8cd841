// Finding people: by the directory, by who is already in one's rooms, and by exact name or address.
import { useEffect, useState } from "preact/hooks";
import { findExactly, searchPeople } from "../../api/account";
import type { FoundUser } from "../../api/types";
import { reason } from "../../i18n/errors";
import { me, world } from "../../store/state";

export interface Found {
  state: "idle" | "busy" | "done" | "failed";
  people: FoundUser[];
  error?: string;
}

const ASK_AFTER_MS = 250;

/** The full address that a term may mean: `li`, `@li`, `@li:server`; undefined if it cannot be one. */
export function addressOf(term: string, own: string): string | undefined {
  const server = own.slice(own.indexOf(":") + 1);
  const clean = term.trim().replace(/^@/, "").toLowerCase();
  if (/^[a-z0-9._=/+-]+$/.test(clean)) return `@${clean}:${server}`;
  return /^[a-z0-9._=/+-]+:[a-z0-9.:[\]-]+$/i.test(clean) ? `@${clean}` : undefined;
}

/** People met in rooms, nearest first: those with a chat of one's own, then all others. */
export function acquaintances(): FoundUser[] {
  const found = new Map<string, FoundUser>();
  const rooms = Object.values(world.value.rooms).sort((a, b) => a.joined - b.joined);
  for (const room of rooms) {
    for (const member of Object.values(room.members)) {
      if (member.userId === me.value || member.membership === "ban" || found.has(member.userId)) continue;
      found.set(member.userId, { user_id: member.userId, display_name: member.name, avatar_url: member.avatar });
    }
  }
  return [...found.values()];
}

export function usePeople(term: string): Found {
  const [found, setFound] = useState<Found>({ state: "idle", people: [] });
  const wanted = term.trim();
  useEffect(() => {
    if (!wanted) {
      setFound({ state: "idle", people: [] });
      return undefined;
    }
    const stop = new AbortController();
    setFound((old) => ({ state: "busy", people: old.people }));
    const timer = setTimeout(() => {
      look(wanted, stop.signal).then(
        (people) => !stop.signal.aborted && setFound({ state: "done", people }),
        (error) => !stop.signal.aborted && setFound({ state: "failed", people: [], error: reason(error) }),
      );
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return found;
}

async function look(term: string, signal: AbortSignal): Promise<FoundUser[]> {
  const address = addressOf(term, me.value);
  const [exact, listed] = await Promise.all([
    address && address !== me.value ? findExactly(address) : null,
    searchPeople(term.replace(/^@/, ""), signal),
  ]);
  const low = term.toLowerCase();
  const met = acquaintances().filter((one) => `${one.display_name ?? ""} ${one.user_id}`.toLowerCase().includes(low));
  const all = new Map<string, FoundUser>();
  for (const one of [...(exact ? [exact] : []), ...met, ...listed]) if (one.user_id !== me.value && !all.has(one.user_id)) all.set(one.user_id, one);
  return [...all.values()];
}
