/** Starts a peer in a process of its own and puts one request after the other to it. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PeerName } from "./peer.ts";
import type { PeerAnswer, PeerReply, PeerRequest } from "./peer-messages.ts";

export interface PeerProcess {
  readonly name: PeerName;
  request<Kind extends PeerRequest["kind"]>(
    request: Extract<PeerRequest, { kind: Kind }>,
  ): Promise<PeerReply<Kind>>;
  stop(): Promise<void>;
}

/** @throws {Error} when the process ends before it answers; its own message is on stderr */
export async function startPeer(name: PeerName): Promise<PeerProcess> {
  const program = fileURLToPath(new URL("run-peer.ts", import.meta.url));
  const child = fork(program, [name], {
    execArgv: ["--expose-gc", "--import", "tsx"],
    // What a peer prints by itself does not run into the figures.
    stdio: ["ignore", process.stderr, "inherit", "ipc"],
  });
  const nextAnswer = () =>
    new Promise<PeerAnswer>((resolve, reject) => {
      const fail = () => reject(new Error(`The process of ${name} ended`));
      child.once("exit", fail);
      child.once("message", (answer: PeerAnswer) => {
        child.off("exit", fail);
        resolve(answer);
      });
    });
  await nextAnswer();
  const request: PeerProcess["request"] = async <Kind extends PeerRequest["kind"]>(
    message: Extract<PeerRequest, { kind: Kind }>,
  ) => {
    const answered = nextAnswer();
    child.send(message);
    const answer = await answered;
    if (answer.kind !== "reply") throw new Error(`${name} started twice`);
    return answer.reply as PeerReply<Kind>;
  };
  return {
    name,
    request,
    async stop() {
      if (child.connected) await request({ kind: "close" });
    },
  };
}
