/** `npm run -s compare -- FOLDER [PASSAGES] [SEED] [--json] [--peers a,b]`: see README.md. */
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { measuredTable, ratioTable } from "./comparison-table.ts";
import { measurePeers } from "./measure-peers.ts";
import { peerNames, type PeerName } from "./peer.ts";
import { startPeer, type PeerProcess } from "./peer-process.ts";
import { readSample } from "./read-sample.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    peers: { type: "string", default: peerNames.join(",") },
  },
});
const [folder, size = "300", seed = "1"] = positionals;
if (folder === undefined || !(Number(size) > 0) || !Number.isInteger(Number(seed))) {
  throw new TypeError("Wanted FOLDER [PASSAGES] [SEED], FOLDER in the BEIR layout");
}

function namedPeers(list: string): readonly PeerName[] {
  return list.split(",").map((wanted) => {
    const name = peerNames.find((known) => known === wanted);
    if (name === undefined)
      throw new TypeError(`No peer ${wanted}; known: ${peerNames.join(", ")}`);
    return name;
  });
}

const sample = await readSample(folder, Number(size), Number(seed));
const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`;
const run = {
  machine,
  seed: Number(seed),
  passages: sample.passages.length,
  questions: sample.questions.length,
};
const peers: PeerProcess[] = [];
try {
  for (const name of namedPeers(values.peers)) peers.push(await startPeer(name));
  const figures = await measurePeers(peers, sample);
  if (values.json) for (const one of figures) console.log(JSON.stringify({ ...run, ...one }));
  else {
    console.log(`${machine}; ${run.passages} passages, ${run.questions} questions, seed ${seed}\n`);
    console.log(`${measuredTable(figures)}\n\n${ratioTable(figures)}`);
  }
} finally {
  for (const peer of peers) await peer.stop();
}
