/** Tries to publish one more state: `node --import tsx test/support/publish-once.ts FOLDER`; prints what came of it. */
import { IndexError } from "../../src/errors.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { advance, stateOptions } from "./index-states.ts";

process.on("SIGXFSZ", () => undefined); // a file size limit then fails writes, as a full disk does
const [indexDir = ""] = process.argv.slice(2);
try {
  const update = await beginFilesUpdate(indexDir, stateOptions);
  await advance(update);
  await update.publish();
  process.stdout.write("published\n");
} catch (error) {
  process.stdout.write(error instanceof IndexError ? `${error.reason}\n` : `${String(error)}\n`);
}
