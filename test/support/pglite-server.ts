/**
 * Serves a PGlite database on a port to any number of connections. PGlite has one session: connections take turns,
 * and a turn lasts from a query's first message to its end, or to the end of its transaction. (The socket server
 * that comes with PGlite changes turns between messages, and so may run one connection's statement with another's
 * parameters.)
 */
import { createServer, type AddressInfo, type Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";

export interface PgliteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A request to encrypt and a request to cancel, https://www.postgresql.org/docs/current/protocol-message-formats.html */
const sslRequest = 80_877_103;
const cancelRequest = 80_877_102;
const [query, sync, terminate] = ["Q", "S", "X"].map((letter) => letter.charCodeAt(0));

export async function startPgliteServer(): Promise<PgliteServer> {
  const database = await PGlite.create({ extensions: { vector } });
  const turns = createTurns();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    void serve(socket, database, turns).finally(() => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      const endTurn = await turns.take();
      endTurn();
      await database.close();
    },
  };
}

type EndTurn = () => void;

/** First come, first served. */
function createTurns(): { take(): Promise<EndTurn> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async take() {
      const before = last;
      let end = (): void => undefined;
      last = new Promise<void>((resolve) => (end = resolve));
      await before;
      return end;
    },
  };
}

async function serve(
  socket: Socket,
  database: PGlite,
  turns: { take(): Promise<EndTurn> },
): Promise<void> {
  let endTurn: EndTurn | null = null;
  socket.on("error", () => socket.destroy());
  try {
    for await (const { message, isStartup } of readMessages(socket)) {
      if (isStartup && message.readInt32BE(4) === sslRequest) {
        socket.write("N");
        continue;
      }
      if (isStartup ? message.readInt32BE(4) === cancelRequest : message[0] === terminate) return;
      endTurn ??= await turns.take();
      const answer = await database.execProtocolRaw(message, { syncToFs: false });
      if (!socket.destroyed) socket.write(answer);
      const isComplete = isStartup || message[0] === query || message[0] === sync;
      if (!isComplete || database.isInTransaction()) continue;
      endTurn();
      endTurn = null;
    }
  } catch (error) {
    socket.destroy(error instanceof Error ? error : undefined);
  } finally {
    if (endTurn && database.isInTransaction()) await database.exec("rollback");
    endTurn?.();
    socket.destroy();
  }
}

interface Message {
  readonly message: Buffer;
  /** The first message of a connection has no type. */
  readonly isStartup: boolean;
}

async function* readMessages(socket: Socket): AsyncGenerator<Message> {
  let bytes = Buffer.alloc(0);
  let hasStarted = false;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const typeBytes = hasStarted ? 1 : 0;
      if (bytes.length < typeBytes + 8 && (bytes.length < typeBytes + 4 || !hasStarted)) break;
      const length = typeBytes + bytes.readInt32BE(typeBytes);
      if (bytes.length < length) break;
      const message = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      const isStartup = !hasStarted;
      // After a refused encryption the real startup message follows.
      if (isStartup) hasStarted = message.readInt32BE(4) !== sslRequest;
      yield { message, isStartup };
    }
  }
}
