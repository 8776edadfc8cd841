// The app and an independent client, matrix-js-sdk, read each other; and the recovery key made here opens everything there.
import { existsSync } from "node:fs";
import { PASSWORD, register, say } from "../people.mjs";

const CLIENTS = new URL("../../../tests/clients/js/", import.meta.url);

export default async function tell({ url, person, name, step, check }) {
  if (!existsSync(new URL("node_modules/matrix-js-sdk", CLIENTS))) {
    if (process.env.CI) throw new Error("matrix-js-sdk is not installed: run `make test`");
    return; // `make test` installs it
  }
  const { Person, sdk } = await import(new URL("person.mjs", CLIENTS).href);
  const { decodeRecoveryKey } = await import(new URL("node_modules/matrix-js-sdk/lib/crypto-api/index.js", CLIENTS).href);
  const opened = (one, roomId, text) =>
    one.inRoom(`the words ${text}`, roomId, (room) => room.getLiveTimeline().getEvents().find((event) => event.isEncrypted() && event.getContent().body === text));
  const tea = await (await Person.arrive(url, "tea", { cryptoCallbacks: {} })).start();
  const lin = await person({ locale: "zh-CN" });
  const linName = name("lin");
  let roomId = "";
  let phone;
  try {
    await step("Lin and Tea read each other", async () => {
      await register(lin, linName);
      await lin.goto("/#/new");
      await lin.getByRole("switch", { name: /端到端加密/ }).check();
      await lin.getByRole("searchbox").fill(tea.userId);
      await lin.locator(".person", { hasText: tea.userId }).click();
      await lin.locator(".composer textarea").waitFor();
      roomId = decodeURIComponent(/room\/([^/]+)/.exec(lin.url())[1]);
      await tea.client.joinRoom(roomId);
      await say(lin, "明前龙井还有吗？");
      await opened(tea, roomId, "明前龙井还有吗？");
      await tea.say(roomId, "还有最后两罐。");
      await lin.locator(".row.other .text", { hasText: "还有最后两罐。" }).waitFor();
    });
    await step("with the recovery key Lin reads it all in another client, which is verified by it", async () => {
      await lin.goto("/#/security");
      await lin.getByRole("button", { name: "设置密钥备份" }).click();
      const key = decodeRecoveryKey(await lin.locator(".recovery-key").innerText());
      await lin.locator("dialog").getByRole("checkbox").check();
      await lin.locator("dialog").getByRole("button", { name: "完成" }).click();
      await lin.waitForFunction(async () => {
        const { accessToken } = JSON.parse(localStorage.getItem("laiwang.session"));
        const response = await fetch("/_matrix/client/v3/room_keys/version", { headers: { authorization: `Bearer ${accessToken}` } });
        return (await response.json()).count >= 2;
      });
      const login = await sdk.createClient({ baseUrl: url }).loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user: linName },
        password: PASSWORD,
      });
      const session = { userId: login.user_id, deviceId: login.device_id, accessToken: login.access_token };
      const getSecretStorageKey = async ({ keys }) => [Object.keys(keys)[0], key];
      phone = new Person(url, sdk.createClient({ baseUrl: url, timelineSupport: true, cryptoCallbacks: { getSecretStorageKey }, ...session }));
      await phone.client.initRustCrypto({ useIndexedDB: false });
      await phone.start();
      const crypto = phone.client.getCrypto();
      check(await crypto.userHasCrossSigningKeys(session.userId, true), "Lin's identity is not to be seen"); // this client must have asked
      await crypto.bootstrapCrossSigning({});
      await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
      const { imported } = await crypto.restoreKeyBackup();
      check(imported >= 2, `${imported} keys came back`);
      await opened(phone, roomId, "明前龙井还有吗？");
      await opened(phone, roomId, "还有最后两罐。");
      await lin.goto("/#/settings");
      await lin.goto("/#/security");
      await lin.goto("/#/devices");
      await lin.locator(".devices .trust.good").nth(1).waitFor();
      await lin.goto("/#/security");
    });
  } finally {
    tea.stop();
    phone?.stop();
  }
}
