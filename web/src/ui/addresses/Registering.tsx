// The stage of a registration that asks for an e-mail address.
import { registerByMail } from "../../api/addresses";
import type { Session } from "../../api/session";
import { Mailing } from "./Mailing";
import { w } from "./words";

interface Props {
  /** The registration that waits for it. */
  session: string;
  onDone: (session: Session) => void;
  onClose: () => void;
}

export function Registering({ session, onDone, onClose }: Props) {
  return (
    <Mailing
      purpose="register"
      title={w("register")}
      hint={w("registerHint")}
      yes={w("continue")}
      eager
      onClose={onClose}
      onProof={async (proof) => onDone(await registerByMail(session, proof))}
    />
  );
}
