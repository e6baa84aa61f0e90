import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbedder } from "../../src/embed/create-embedder.ts";

/** A model hub on this machine: `/organisation/name/resolve/main/file`. */
async function startHub(cutWeightsAt?: number): Promise<{ server: Server; host: string }> {
  const server = createServer((request, response) => {
    const file = (request.url ?? "").split("/resolve/main/")[1] ?? "";
    const path = join("models", "sourcier-e5-small", file);
    stat(path).then(
      ({ size }) => {
        const end = file.endsWith(".onnx") && cutWeightsAt !== undefined ? cutWeightsAt : size;
        response.writeHead(200, { "content-length": size });
        createReadStream(path, { end: end - 1 })
          .on("end", () => end < size && response.destroy())
          .pipe(response, { end: end === size });
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, host: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe("createEmbedder() with a model that is not there", () => {
  let modelsDir: string;
  beforeEach(async () => {
    modelsDir = await mkdtemp(join(tmpdir(), "sourcier-hub-"));
  });
  afterEach(async () => rm(modelsDir, { recursive: true }));

  it("downloads it, when allowed, whole into the models' folder", async () => {
    const { server, host } = await startHub();
    const options = { modelsDir, model: "news/encoder" };
    const first = await createEmbedder({
      ...options,
      allowRemoteModels: true,
      remoteHost: host,
    });
    await first.close();
    await new Promise((resolve) => server.close(resolve));
    expect(await readdir(modelsDir)).toEqual(["news"]);
    expect((await stat(join(modelsDir, "news/encoder/tokenizer.json"))).size).toBeGreaterThan(1e6);
  });

  it("leaves nothing behind when the download is cut short", async () => {
    const { server, host } = await startHub(1_000_000);
    await expect(
      createEmbedder({
        modelsDir,
        model: "news/encoder",
        allowRemoteModels: true,
        remoteHost: host,
      }),
    ).rejects.toThrow(/Cannot load the encoder "news\/encoder"/);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await readdir(modelsDir)).toEqual([]);
  });
});
