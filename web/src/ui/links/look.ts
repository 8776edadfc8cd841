// What a link leads to, as far as it can be seen from outside, with or without an account.
import { useEffect, useState } from "preact/hooks";
import { ask, MatrixError, path } from "../../api/http";
import { reason } from "../../i18n/errors";
import { localpart } from "../../store/names";
import { session } from "../../store/state";
import type { Target } from "./target";
import { w } from "./words";

export interface Sight {
  id: string;
  name: string;
  avatar?: string;
  topic?: string;
  members?: number;
  sealed?: boolean;
  joinRule?: string;
  membership?: string;
}

interface Summary {
  room_id: string;
  name?: string;
  canonical_alias?: string;
  avatar_url?: string;
  topic?: string;
  num_joined_members?: number;
  join_rule?: string;
  membership?: string;
  encryption?: string;
}

async function look({ kind, id }: Target): Promise<Sight> {
  const open = !session.value;
  if (kind === "person") {
    const found = await ask<{ displayname?: string; avatar_url?: string }>("GET", path`/v3/profile/${id}`, { open });
    return { id, name: found.displayname?.trim() || localpart(id), avatar: found.avatar_url };
  }
  const found = await ask<Summary>("GET", path`/v1/room_summary/${id}`, { open });
  return {
    id: found.room_id,
    name: found.name ?? found.canonical_alias ?? id,
    avatar: found.avatar_url,
    topic: found.topic,
    members: found.num_joined_members,
    sealed: found.encryption !== undefined,
    joinRule: found.join_rule ?? "public",
    membership: found.membership,
  };
}

/** What is there, or why it cannot be seen. */
export function useSight(target: Target | undefined): { sight?: Sight; failed?: string; again: () => void } {
  const [state, setState] = useState<{ sight?: Sight; failed?: string }>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!target) return undefined;
    let current = true;
    setState({});
    look(target).then(
      (sight) => current && setState({ sight }),
      (error) => current && setState({ failed: why(error, target) }),
    );
    return () => {
      current = false;
    };
  }, [target?.id, round]);
  return { ...state, again: () => setRound(round + 1) };
}

function why(error: unknown, target: Target): string {
  const hidden = error instanceof MatrixError && (error.status === 403 || error.status === 404);
  return hidden ? w(target.kind === "person" ? "nobody" : "closed") : reason(error);
}
