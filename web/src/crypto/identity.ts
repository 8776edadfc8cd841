// The identity of a person over all her devices (cross-signing): made once, with the first device that needs it.
import { UserId, type OlmMachine } from "@matrix-org/matrix-sdk-crypto-wasm";
import { ask } from "../api/http";
import { perform, type Request } from "./requests";

const ownId = (olm: OlmMachine): UserId => new UserId(olm.userId.toString());

/** Whether the server knows an identity of this person; asks it. */
export async function hasIdentity(olm: OlmMachine): Promise<boolean> {
  await perform(olm, olm.queryKeysForUsers([ownId(olm)]) as Request);
  return (await olm.getIdentity(ownId(olm))) !== undefined;
}

/**
 * Make the identity and sign this device with it. Raises MatrixError 401 where the server asks for the password, which `auth` answers.
 * With `reset` a new one takes the place of the old: others see that it changed.
 */
export async function makeIdentity(olm: OlmMachine, reset: boolean, auth?: Record<string, unknown>): Promise<void> {
  const wanted = await olm.bootstrapCrossSigning(reset);
  if (wanted.uploadKeysRequest) await perform(olm, wanted.uploadKeysRequest as Request);
  const keys = JSON.parse(wanted.uploadSigningKeysRequest.body) as Record<string, unknown>;
  await ask("POST", "/v3/keys/device_signing/upload", { body: auth ? { ...keys, auth } : keys });
  await perform(olm, wanted.uploadSignaturesRequest as Request);
}
