/** Thread that builds one graph: takes a GraphBuild, posts null when its file is written. */
import { parentPort, workerData } from "node:worker_threads";
import { buildGraph, type GraphBuild } from "./graph.ts";

await buildGraph(workerData as GraphBuild);
parentPort?.postMessage(null);
