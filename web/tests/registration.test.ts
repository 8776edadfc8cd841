// Which refusals of a registration mean that it waits for an e-mail address.
import { expect, test } from "vitest";
import { waitsForMail } from "../src/api/account";
import { MatrixError } from "../src/api/http";

const EMAIL = "m.login.email.identity";
const TOKEN = "m.login.registration_token";
const refused = (body: Record<string, unknown>) => new MatrixError(401, "", "", { session: "s1", ...body });

test("a registration waits for an address where nothing else is left to do", () => {
  expect(waitsForMail(refused({ flows: [{ stages: [EMAIL] }] }))).toBe("s1");
  expect(waitsForMail(refused({ flows: [{ stages: [TOKEN, EMAIL] }], completed: [TOKEN] }))).toBe("s1");
  expect(waitsForMail(refused({ flows: [{ stages: [TOKEN, EMAIL] }] }))).toBe("");
  expect(waitsForMail(refused({ flows: [{ stages: [TOKEN] }], errcode: "M_FORBIDDEN" }))).toBe("");
  expect(waitsForMail(refused({}))).toBe("");
  expect(waitsForMail(new Error("no network"))).toBe("");
});
