// The requests that the crypto machine wants to make, as calls of the server; it is told each answer.
import {
  KeysBackupRequest,
  KeysClaimRequest,
  KeysQueryRequest,
  KeysUploadRequest,
  RoomMessageRequest,
  SignatureUploadRequest,
  ToDeviceRequest,
  type OlmMachine,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { askRaw, path } from "../api/http";

export type Request =
  | KeysBackupRequest
  | KeysClaimRequest
  | KeysQueryRequest
  | KeysUploadRequest
  | RoomMessageRequest
  | SignatureUploadRequest
  | ToDeviceRequest;

function placeOf(request: Request): [method: string, where: string, query?: Record<string, string>] {
  if (request instanceof KeysUploadRequest) return ["POST", "/v3/keys/upload"];
  if (request instanceof KeysQueryRequest) return ["POST", "/v3/keys/query"];
  if (request instanceof KeysClaimRequest) return ["POST", "/v3/keys/claim"];
  if (request instanceof SignatureUploadRequest) return ["POST", "/v3/keys/signatures/upload"];
  if (request instanceof KeysBackupRequest) return ["PUT", "/v3/room_keys/keys", { version: request.version }];
  if (request instanceof ToDeviceRequest) return ["PUT", path`/v3/sendToDevice/${request.event_type}/${request.txn_id}`];
  return ["PUT", path`/v3/rooms/${request.room_id}/send/${request.event_type}/${request.txn_id}`];
}

/** Make one request and tell the machine what came of it; raises MatrixError. */
export async function perform(machine: OlmMachine, request: Request): Promise<void> {
  const [method, where, query] = placeOf(request);
  const response = await askRaw(method, where, { query, body: JSON.parse(request.body) as unknown });
  const answer = await response.text();
  if (request.id) await machine.markRequestAsSent(request.id, request.type, answer);
}
