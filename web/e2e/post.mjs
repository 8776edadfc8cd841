// A server that sends mails, for a story of its own, and the mail server that takes them.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const freePort = async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
};

/** A mail server on loopback; `next()` waits for the link in the next mail. */
export async function mailServer() {
  const links = [];
  const waiting = [];
  const server = createServer((socket) => {
    let text = "";
    let inMail = false;
    socket.setEncoding("utf8");
    socket.on("error", () => undefined);
    socket.write("220 post.test\r\n");
    socket.on("data", (data) => {
      text += data;
      for (let end; (end = text.indexOf(inMail ? "\r\n.\r\n" : "\r\n")) >= 0; ) {
        const said = text.slice(0, end);
        text = text.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          // The link may be broken over lines of quoted-printable, or be the text of base64: read what is plain.
          const [, head = "", body = ""] = /Content-Type: text\/plain[^]*?(Content-Transfer-Encoding: \S+)?[^]*?\r\n\r\n([^]*?)\r\n--/.exec(said) ?? [];
          const encoding = /Content-Transfer-Encoding: (\S+)/.exec(said.slice(said.indexOf("text/plain")))?.[1] ?? head;
          const plain = encoding === "base64" ? Buffer.from(body, "base64").toString() : body.replace(/=\r\n/g, "").replace(/=3D/g, "=");
          const link = /https?:\/\/\S+/.exec(plain)?.[0] ?? "";
          const next = waiting.shift();
          if (next) next(link);
          else links.push(link);
        }
        if (!inMail && /^QUIT/i.test(said)) socket.end("221 bye\r\n");
        else socket.write(!inMail && /^DATA/i.test(said) ? "354 go on\r\n" : "250 OK\r\n");
        inMail = !inMail && /^DATA/i.test(said);
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    next: () => (links.length ? Promise.resolve(links.shift()) : new Promise((resolve) => waiting.push(resolve))),
    close: () => server.close(),
  };
}

/** `laiwang serve` with more settings, on an empty folder; `close()` ends it. */
export async function ownServer(more) {
  const { program, settings } = JSON.parse(process.env.E2E_OPERATOR);
  const [python, ...before] = program;
  const folder = mkdtempSync(join(tmpdir(), "laiwang-story-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...settings, LAIWANG_SERVER__PUBLIC_URL: url, ...more };
  const child = spawn(python, [...before, "serve", "--data", join(folder, "data"), "--port", String(port)], { env, stdio: "ignore" });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 60_000;
  while (!(await fetch(`${url}/healthz`).then((response) => response.ok, () => false))) {
    if (child.exitCode !== null || Date.now() > until) {
      await close();
      throw new Error("the story's own server did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  /** Make somebody an administrator, as the operator does. */
  const makeAdmin = (name) => void execFileSync(python, [...before, "user", "set-admin", name, "--data", join(folder, "data")], { env });
  return { url, close, makeAdmin };
}
